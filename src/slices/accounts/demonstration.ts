// The demonstration's own door: one click, no password. Production has none of it.
import { sql } from 'kysely'
import { type AuthDb, authDb } from '../../platform/auth-db.ts'
import { Stop } from '../../platform/stop.ts'

export interface DemonstrationPerson {
  userId: string
  workerId: string
  name: string
  jobTitle: string
  agencyName: string
  /** One sentence: what a visitor who signs in as them will see. */
  sees: string
}

/** What a worker of the demonstration will see, by their id, in the order in which to show them. */
let introductions: ReadonlyMap<string, string> = new Map()

/**
 * Introduces the invented people to whoever signs in.
 * @example introduce(new Map([[workerId, 'She leads a dozen cases.']]))
 */
export function introduce(sentences: ReadonlyMap<string, string>): void {
  introductions = sentences
}

/** The invented people to choose from, those introduced first. */
export async function listDemonstrationPeople(): Promise<DemonstrationPerson[]> {
  const { rows } = await sql<Omit<DemonstrationPerson, 'sees'>>`select * from demonstration_people()`.execute(authDb())
  const order = [...introductions.keys()]
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length)
  return rows.map(one => ({ ...one, sees: introductions.get(one.workerId) ?? '' })).sort((a, b) => place(a.workerId) - place(b.workerId))
}

/**
 * Ends the start of a production Kith whose database holds invented people.
 * @example await refuseDemonstrationPeople()
 */
export async function refuseDemonstrationPeople(db: AuthDb = authDb()): Promise<void> {
  const found = await db.selectFrom('users').select('id').where('demonstration', '=', true).limit(1).executeTakeFirst()
  if (found)
    throw new Stop(
      'This database holds the invented people of the demonstration. Production needs an empty database of its own: set KITH_DATABASE_URL or KITH_DATA_DIR to another one.',
    )
}
