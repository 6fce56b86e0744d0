/** Brings in which ward each postcode lies in, from a public list. Safe to run twice: what is there already is left, what has changed is changed. */
import type { CsvRow } from '../../platform/csv.ts'
import { isPostcode, tidyPostcode } from './same.ts'

type Query = (text: string, values?: unknown[]) => Promise<{ rows: { made: boolean }[] }>

interface WardRow {
  row: number
  postcode: string
  ward: string
  district: string
}

export interface WardColumns {
  postcode: number
  ward: number
  district: number | undefined
}

export interface WardImport {
  columns: WardColumns
  /** Told of each row that cannot be taken: its number as a spreadsheet counts, and why. */
  refused: (row: number, reason: string) => void
  dryRun?: boolean
}

/**
 * Which columns hold the postcode, the ward and its council, by their headings; undefined where the first two are not all there.
 * @example wardColumns(['Postcode', 'Ward']) // { postcode: 0, ward: 1, district: undefined }
 */
export function wardColumns(headings: string[]): WardColumns | undefined {
  const find = (...names: string[]) => {
    const found = headings.findIndex(heading => names.includes(heading.toLowerCase().replaceAll(/[^a-z]/g, '')))
    return found < 0 ? undefined : found
  }
  const [postcode, ward] = [find('postcode', 'pcd', 'pcds'), find('ward', 'wardname')]
  if (postcode === undefined || ward === undefined) return undefined
  return { postcode, ward, district: find('district', 'council', 'localauthority') }
}

/** Takes the rows, a thousand at a time. `query` runs as the owner of the database, with the rules of postcode_wards lifted. */
export async function importWards(rows: AsyncIterable<CsvRow>, query: Query, { columns, refused, dryRun = false }: WardImport) {
  const counts = { read: 0, added: 0, changed: 0, already: 0, refused: 0 }
  const first = new Map<string, WardRow>()
  let batch: WardRow[] = []
  const save = async () => {
    const made = dryRun ? [] : await lay(batch, query)
    counts.added += made.filter(Boolean).length
    counts.changed += made.filter(each => !each).length
    counts.already += batch.length - made.length
    batch = []
  }
  for await (const row of rows) {
    counts.read++
    const read = readWard(row, columns, first)
    if (typeof read !== 'string') batch.push(read)
    else {
      counts.refused++
      refused(row.row, read)
    }
    if (batch.length === 1000) await save()
  }
  await save()
  return counts
}

/** The row, or the sentence why it is refused. */
function readWard({ row, cells }: CsvRow, columns: WardColumns, first: Map<string, WardRow>): WardRow | string {
  const said = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').replaceAll(/\s+/g, ' ').trim())
  const found = { row, postcode: tidyPostcode(said(columns.postcode)), ward: said(columns.ward), district: said(columns.district) }
  if (!isPostcode(found.postcode)) return `“${found.postcode.slice(0, 40)}” is not a postcode`
  if (found.ward === '') return 'it names no ward'
  if (found.ward.length > 100 || found.district.length > 100) return 'the name of a ward or a council has at most 100 letters'
  const before = first.get(found.postcode)
  if (before) return `${found.postcode} stands in row ${before.row} already`
  first.set(found.postcode, found)
  return found
}

/** For each postcode that was not as it is now: true when it is new, false when its ward has changed. */
async function lay(batch: WardRow[], query: Query): Promise<boolean[]> {
  const { rows } = await query(
    `insert into postcode_wards as known (postcode, ward, district) select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (postcode) do update set ward = excluded.ward, district = excluded.district
       where (known.ward, known.district) is distinct from (excluded.ward, excluded.district)
     returning xmax = 0 as made`,
    [batch.map(one => one.postcode), batch.map(one => one.ward), batch.map(one => one.district)],
  )
  return rows.map(({ made }) => made)
}
