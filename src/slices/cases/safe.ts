/** Safe addresses and numbers: they reach no letter, pack, list or title unless a worker chooses it for that one recipient. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type FormValues, Invalid } from '../../platform/errors.ts'

export interface SafeContact {
  id: string
  personName: string
  value: string
  postcode: string
}

/** With the side of the case that it is of: on which it was learnt, or else on which the person is. */
type SidedContact = SafeContact & { side: string | null }

/** Every safe address and number of the people in a case that the worker may see. Of others nothing may be said, not even by refusing. */
export async function listSafeContacts(db: Db, caseId: string): Promise<SidedContact[]> {
  const { rows } = await sql<SidedContact>`
    select c.id, p.given_name || ' ' || p.family_name as person_name, c.value, c.postcode,
      case when c.case_id = ${caseId} then c.side when count(distinct cp.side) = 1 then max(cp.side) end as side
    from case_people cp join people p on p.id = cp.person_id join person_contacts c on c.person_id = cp.person_id
    where cp.case_id = ${caseId} and cp.ended_at is null and c.category = 'safe address' and (c.ended_on is null or c.ended_on > current_date)
    group by c.id, p.id order by 2, c.id limit 200`.execute(db)
  return rows
}

/**
 * Which of them some words hold, however they are written: the address or its first line, the postcode, the number.
 * @example safeIn('Write to 19, Weir Cottages', known)
 */
export function safeIn(words: string, known: SafeContact[]): SafeContact[] {
  const held = plain(words)
  return known.filter(one => tracesOf(one).some(trace => held.includes(trace)))
}

/**
 * Throws Invalid when a title holds a safe address or number of somebody in the case: titles stand in lists, and in whatever is made of lists.
 * @example await keepSafe(db, caseId, input)
 */
export async function keepSafe(db: Db, caseId: string, input: { title: string }): Promise<void> {
  refuse(safeIn(input.title, await listSafeContacts(db, caseId)), input)
}

/**
 * The same for a title that is new: nobody may be in the case yet, so it must hold none that its writer may see, whosever it is.
 * @example await keepNewTitleSafe(db, input)
 */
export async function keepNewTitleSafe(db: Db, input: { title: string }): Promise<void> {
  const { rows } = await sql<SafeContact>`
    select c.id, p.given_name || ' ' || p.family_name as person_name, c.value, c.postcode
    from safe_contacts_in(${piecesOf(input.title)}) held (id) join person_contacts c on c.id = held.id join people p on p.id = c.person_id
    order by 2, c.id limit 1`.execute(db)
  refuse(rows, input)
}

function refuse([held]: SafeContact[], input: object): void {
  if (!held) return
  const typed = Object.entries(input).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  const values: FormValues = Object.fromEntries(typed.map(([name, value]) => [name, String(value)]))
  throw new Invalid(
    { title: `This holds a safe address or number of ${held.personName}. Leave it out: a title stands in many lists.` },
    values,
  )
}

/** Every run of up to a dozen words, as one piece, and of a number its end: what a safe address or number would be found by. */
function piecesOf(title: string): string[] {
  const words = title.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const runs = words.flatMap((_, from) => words.slice(from, from + 12).map((_, more) => plain(words.slice(from, from + more + 1).join(''))))
  const numbers = runs.filter(run => /^\d{10,}$/.test(run)).map(run => run.slice(-9))
  return [...new Set([...runs, ...numbers])].filter(piece => piece.length >= 5)
}

/** What gives a contact away. Parts as short as a house number would be found everywhere. */
function tracesOf({ value, postcode }: SafeContact): string[] {
  const [firstLine = ''] = value.split(/[,\n]/)
  // A number is known by its end, whether it begins with 0 or with +44.
  const number = /^[\d\s()+-]+$/.test(value) ? plain(value).slice(-9) : ''
  return [plain(value), plain(firstLine), plain(postcode), number].filter(trace => trace.length >= 5)
}

const plain = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
