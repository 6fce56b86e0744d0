/** Lays the county's cases among the cast, each row with a word of its own in all that was written in it. */
import { agency, agreement, cast, team } from '../../cast.ts'
import { behindTheRules } from '../../database.ts'
import { idOf, placeOf, type Row } from '../ids.ts'
import { caseworkOf, layRows } from '../lay.ts'
import { county, lena } from './county.ts'
import { moreRows } from './more.ts'
import { secret } from './secrets.ts'

/** Where something is written in a row. */
const written: Record<string, string[]> = {
  cases: ['title', 'summary'],
  consents: ['purposes'],
  grants: ['reason'],
  people: ['family_name'],
  case_people: ['basis'],
  person_contacts: ['value', 'note'],
  entries: ['body'],
  documents: ['title'],
  tasks: ['title', 'detail'],
  messages: ['body'],
  information_requests: ['about', 'purpose', 'question'],
  emergency_openings: ['reason'],
}

/** Writes the cases of the county into the test file's database. */
export async function layCounty(database: { ownerUrl: string }): Promise<void> {
  const tables = [...caseworkOf(county), ...(await moreRows())].map(([table, rows]): [string, Row[]] => [
    table,
    rows.map(row => worded(table, row)),
  ])
  const among = JSON.parse(namedAsCast(JSON.stringify(tables))) as [string, Row[]][]
  await behindTheRules(database, [...new Set(among.map(([table]) => table)), 'case_access'], client => layRows(client, among))
}

/** A row with its own word in each of its texts, and cases of the programmes as they are in force. */
function worded(table: string, row: Row): Row {
  const columns = written[table] ?? []
  const words = columns.map(column => [column, `${row[column] ?? ''} ${secret(table, Number(placeOf(String(row.id))))}`.trim()])
  const leftBehind = county.cases[Number(placeOf(String(row.case_id)))]?.lead === lena
  const more: Record<string, Row> = {
    cases: { programme_version: 1, stage: row.programme === 'asb' ? 'reported' : 'referred', marking: 'OFFICIAL', version: 1 },
    // Every other document is a letter, which has a page of its own for printing.
    documents: { kind: Number(placeOf(String(row.id))) % 2 ? 'document' : 'Letter' },
    // A word makes no number.
    person_contacts: { kind: 'address' },
    // What Lena left behind is told to whoever administers, with a page to hand it on.
    notices: leftBehind ? { kind: 'case_left_behind', about_id: idOf('workers', lena) } : { about_id: null },
  }
  return { ...row, ...more[table], ...Object.fromEntries(words) }
}

/** The world's actors are the cast: their ids stand for one another. */
const actors = (['agencies', 'teams', 'workers', 'agreements'] as const).flatMap(kind =>
  Object.values({ agencies: agency, teams: team, workers: cast, agreements: agreement }[kind]).map((id, index): [string, string] => [
    idOf(kind, index),
    id,
  ]),
)
const namedAsCast = (text: string): string => actors.reduce((all, [ofWorld, ofCast]) => all.replaceAll(ofWorld, ofCast), text)
