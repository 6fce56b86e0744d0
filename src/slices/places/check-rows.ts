/** Looks at every row of a list of places before anything is written: new, known, there already, twice in the list, or refused and why. */
import { isFull, unguarded } from '../../platform/spreadsheet.ts'
import type { Programme } from '../../programmes/index.ts'
import { type Field, fields, type Layout } from './columns.ts'
import { type ImportedPlace, importedPlace } from './inputs.ts'
import { type Address, addressKey, isSame } from './same.ts'

export type Outcome = 'new' | 'known' | 'there' | 'twice' | 'refused'

export interface CheckedRow {
  /** The row's number in the file, counted as a spreadsheet does. */
  number: number
  cells: string[]
  outcome: Outcome
  /** Why it is refused, or which row it repeats. */
  reasons: string[]
  place?: ImportedPlace
  /** The place that it already is. */
  placeId?: string
}

export interface Surroundings {
  programme: Programme
  /** The role of rows that name none. */
  role: string
  inCase: (Address & { placeId: string; role: string })[]
  known: (Address & { id: string })[]
}

/** Every row with what would become of it. */
export function checkRows(rows: string[][], layout: Layout, around: Surroundings): CheckedRow[] {
  const seen = new Map<string, { place: ImportedPlace; number: number }[]>()
  const first = layout.headed ? rows.findIndex(isFull) + 1 : 0
  const numbered = rows.map((cells, index) => ({ cells, number: index + 1 })).slice(first)
  return numbered
    .filter(({ cells }) => isFull(cells))
    .map(({ cells, number }) => {
      const row = readRow(cells, number, layout, around)
      if (!row.place) return row
      const key = addressKey(row.place)
      const { place } = row
      const twin = seen.get(key)?.find(other => isSame(other.place, place) && other.place.role === place.role)
      if (twin) return { ...row, outcome: 'twice' as const, reasons: [`The same as row ${twin.number}.`] }
      seen.set(key, [...(seen.get(key) ?? []), { place, number: row.number }])
      return placed(row, place, around)
    })
}

function placed(row: CheckedRow, place: ImportedPlace, { inCase, known }: Surroundings): CheckedRow {
  const there = inCase.find(other => isSame(other, place) && other.role === place.role)
  if (there) return { ...row, outcome: 'there', placeId: there.placeId }
  const elsewhere = inCase.find(other => isSame(other, place))?.placeId ?? known.find(other => isSame(other, place))?.id
  return elsewhere ? { ...row, outcome: 'known', placeId: elsewhere } : { ...row, outcome: 'new' }
}

function readRow(cells: string[], number: number, { columns }: Layout, { programme, role }: Surroundings): CheckedRow {
  const typed: Partial<Record<Field, string>> = {}
  columns.forEach((field, index) => {
    if (field) typed[field] = unguarded(cells[index] ?? '')
  })
  const grade = gradeOf(typed.grade ?? '', programme)
  const itsRole = typed.role ? programme.placeRoles.find(one => one.toLowerCase() === typed.role?.toLowerCase()) : role
  const read = importedPlace.safeParse({
    ...typed,
    kind: typed.kind?.toLowerCase() || undefined,
    grade: grade ?? '',
    role: itsRole ?? role,
  })
  const reasons = read.success ? [] : read.error.issues.map(issue => said(String(issue.path[0] ?? ''), issue.message, typed))
  if (grade === undefined)
    reasons.push(
      `Grade “${brief(typed.grade)}” is not one of ${programme.placeGrades.map(one => one.key).join(', ') || 'this programme’s: it grades no places'}.`,
    )
  if (itsRole === undefined) reasons.push(`Role “${brief(typed.role)}” is not one of ${programme.placeRoles.join(', ')}.`)
  if (!read.success || reasons.length > 0) return { number, cells, outcome: 'refused', reasons }
  return { number, cells, outcome: 'new', reasons: [], place: read.data }
}

/** The grade a cell means; undefined when it means none of them. */
function gradeOf(typed: string, { placeGrades }: Programme): string | undefined {
  const short = typed
    .replace(/^grade\s*/i, '')
    .trim()
    .toUpperCase()
  return short === '' ? '' : placeGrades.find(one => one.key.toUpperCase() === short)?.key
}

function said(field: string, message: string, typed: Partial<Record<Field, string>>): string {
  const about = fields.find(([key]) => key === field)?.[1]
  const value = typed[field as Field]
  return about && value ? `${about} “${brief(value)}”: ${message}` : message
}

const brief = (text = '') => (text.length > 30 ? `${text.slice(0, 30)}…` : text)
