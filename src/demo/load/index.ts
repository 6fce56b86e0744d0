// Loads the demonstration county into an empty database, in one transaction.
import { Client } from 'pg'
import { Stop } from '../../platform/stop.ts'
import { cast } from '../cast.ts'
import { buildCounty } from '../county.ts'
import { addAgencies } from './agencies.ts'
import { addCases } from './cases.ts'
import { addChronology } from './chronology.ts'
import { addConsents } from './consents.ts'
import { addDocuments } from './documents.ts'
import { principal } from './ids.ts'
import { addLinnetRoad } from './linnet.ts'
import { addLinnetWork } from './linnet-work.ts'
import { addPair } from './pairs.ts'
import { addPeople } from './people.ts'
import { addPlans } from './plan.ts'
import { addProtection } from './protection.ts'
import { addReceipts } from './receipts.ts'
import { addRecord } from './record.ts'
import { addWeirLane } from './weir-lane.ts'
import { addCopies, recallWhatEnded } from './recalls.ts'
import { addRequests } from './requests.ts'
import { insertAll, type Tables, withoutRules } from './rows.ts'

export interface Loaded {
  agencies: number
  workers: number
  people: number
  cases: number
  entries: number
}

/** What each of the cast will see, by worker, in the order in which to show them. */
export const introductions: ReadonlyMap<string, string> = new Map(cast.map(({ worker, sees }) => [principal(worker), sees]))

/** Whether nothing stands in the database yet, so that a county may. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  return await connected(ownerUrl, async client => {
    // The rules hide every row from the owner too, so an outsider's look would find any database empty.
    await client.query('begin; set local role kith_backup')
    const empty = await holdsNothing(client)
    await client.query('rollback')
    return empty
  })
}

/**
 * Loads the county as it stands today; throws Stop in production or when the database holds anything.
 * @example await loadCounty({ ownerUrl, production: config.production })
 */
export async function loadCounty({ ownerUrl, production, today = londonToday() }: { ownerUrl: string; production: boolean; today?: string }): Promise<Loaded> {
  if (production) throw new Stop('The demonstration is not loaded in production. Start Kith without KITH_ENV=production, on a database of its own.')
  const tables: Tables = new Map()
  const county = buildCounty(today)
  addAgencies(county, tables)
  addCases(county, tables)
  addPeople(county, tables)
  addPair(county, tables)
  addChronology(county, tables)
  addPlans(county, tables)
  await addDocuments(county, tables)
  addRecord(county, tables, today)
  addLinnetRoad(county, tables)
  await addLinnetWork(county, tables)
  addWeirLane(county, tables)
  addProtection(county, tables)
  addConsents(county, tables)
  addCopies(county, tables)
  addRequests(tables, today)
  addReceipts(county, tables)
  await connected(ownerUrl, client => withoutRules(client, () => write(client, tables)))
  return { agencies: county.agencies.length, workers: county.workers.length, people: county.people.length, cases: county.cases.length, entries: tables.get('entries')?.length ?? 0 }
}

async function write(client: Client, tables: Tables): Promise<void> {
  if (!(await holdsNothing(client))) throw new Stop('This database holds something already. The demonstration is loaded into an empty one only: set KITH_DATA_DIR or KITH_DATABASE_URL to another.')
  await insertAll(client, inOrder(tables))
  // Whoever has left leads nothing any more.
  await client.query(`update grants set revoked_at = w.left_on, revoke_reason = 'Left' from workers w where w.id = principal_id and w.left_on is not null and basis = 'owner'`)
  await recallWhatEnded(client)
  await client.query(`select find_patterns(current_date - n) from generate_series(1, 7) n`)
  for (const things of ['people', 'places', 'cases', 'documents']) await client.query(`select file_${things}(array(select id from ${things}))`)
}

/** What is pointed at before what points. */
const order = [
  'principals', 'agencies', 'teams', 'workers', 'worker_roles', 'team_members', 'agreements', 'agreement_clauses', 'agreement_parties', 'users', 'people', 'places', 'postcode_wards', 'cases', 'consents', 'grants',
  'closures', 'outcomes', 'person_names', 'person_contacts', 'person_needs', 'person_warnings', 'person_relationships', 'person_pairs', 'case_people', 'case_places', 'case_objects', 'interests', 'conflicts', 'emergency_openings', 'entries', 'entry_people',
  'events', 'looks', 'flags', 'aims', 'tasks', 'messages', 'message_reads', 'files', 'documents', 'document_versions', 'named_readers', 'information_requests', 'receipts', 'urgent_alerts',
]

const inOrder = (tables: Tables): Tables => new Map([...tables].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)))

async function holdsNothing(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ holds: boolean }>(`select exists (select from principals) or exists (select from people) or exists (select from users) as holds`)
  return rows[0]?.holds === false
}

async function connected<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'kith demo', options: '-c timezone=Europe/London' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const londonToday = (): string => Temporal.Now.plainDateISO('Europe/London').toString()
