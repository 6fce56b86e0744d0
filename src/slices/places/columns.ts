/** Guesses which column of a list holds what, from its first row or from what stands in it. */
import { isFull } from '../../platform/spreadsheet.ts'
import { isPostcode } from './same.ts'

export type Field = 'name' | 'line1' | 'town' | 'postcode' | 'uprn' | 'kind' | 'role' | 'grade' | 'gradeReason' | 'basis'

/** What a column can be, in words. */
export const fields: [Field, string][] = [
  ['name', 'Name of the place'],
  ['line1', 'First line of the address'],
  ['town', 'Town'],
  ['postcode', 'Postcode'],
  ['uprn', 'Property number (UPRN)'],
  ['kind', 'Kind of place'],
  ['role', 'Role in the case'],
  ['grade', 'Grade'],
  ['gradeReason', 'Reason for the grade'],
  ['basis', 'How it is known'],
]

const headings: Record<Field, RegExp> = {
  postcode: /^(post ?code|pcd|pc|zip)$/,
  uprn: /uprn|property (number|ref)/,
  gradeReason: /(reason|why|rationale|grade (note|comment)|notes?|comments?|intelligence)/,
  grade: /^(grade|grading|priority|risk|rag|score)/,
  town: /^(town|city|locality|area|district|town city)$/,
  kind: /^(kind|type|place type)$/,
  role: /^(role|use|used as)$/,
  basis: /^(basis|source|how known)$/,
  line1: /(address|street|road|line ?1|addr)/,
  name: /(name|premises|business|company|site|place|trading)/,
}

export interface Layout {
  /** Whether the first full row holds headings. */
  headed: boolean
  /** For each column, what it is; '' for one that is left out. */
  columns: (Field | '')[]
}

/**
 * The most likely layout of a list.
 * @example guessLayout([['Business', 'Address', 'Postcode'], …]) // { headed: true, columns: ['name', 'line1', 'postcode'] }
 */
export function guessLayout(rows: string[][]): Layout {
  const width = Math.max(...rows.map(row => row.length))
  const byHeading = guessByHeadings(rows.find(isFull) ?? [], width)
  if (byHeading.some(Boolean)) return { headed: true, columns: byHeading }
  return { headed: false, columns: guessByContents(rows.filter(isFull), width) }
}

function guessByHeadings(first: string[], width: number): (Field | '')[] {
  const taken = new Set<Field>()
  // An address or a postcode in the first row means that it is a row like the others.
  if (first.some(cell => isPostcode(cell) || cell.length > 60)) return Array(width).fill('')
  return Array.from({ length: width }, (_, index) => {
    const heading = (first[index] ?? '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, ' ')
      .trim()
    const found = (Object.keys(headings) as Field[]).find(field => !taken.has(field) && headings[field].test(heading))
    if (found) taken.add(found)
    return found ?? ''
  })
}

function guessByContents(rows: string[][], width: number): (Field | '')[] {
  const share = (index: number, fits: (cell: string) => boolean) => rows.filter(row => fits(row[index] ?? '')).length / rows.length
  const columns: (Field | '')[] = Array(width).fill('')
  const take = (field: Field, fits: (cell: string) => boolean) => {
    const free = columns.map((taken, index) => ({ index, share: taken ? 0 : share(index, fits) })).sort((a, b) => b.share - a.share)[0]
    if (free && free.share > 0.5) columns[free.index] = field
  }
  take('postcode', isPostcode)
  take('grade', cell => /^(grade )?[A-Z]$/i.test(cell))
  take('line1', cell => /^(unit |flat )?\d+\w?,? \p{L}/iu.test(cell))
  take('name', cell => /\p{L}{3}/u.test(cell))
  return columns
}
