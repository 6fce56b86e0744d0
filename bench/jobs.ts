/** The jobs that are measured, as the workers of a scale would do them. */
import pg from 'pg'
import type { Job } from './drive.ts'

export interface Reader {
  workerId: string
  cookie: string
  caseIds: string[]
}

/** What each of some workers can open: cases with sixty entries, of their own agency or shared with it. */
export async function longCases(ownerUrl: string, workerIds: string[]): Promise<Map<string, string[]>> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query('set role kith_backup')
  const found = new Map<string, string[]>()
  for (const workerId of workerIds) {
    const { rows } = await client.query<{ id: string }>(
      `select distinct a.case_id as id from case_access a join workers w on w.id = $1 and a.principal_id in (w.id, w.agency_id)
      where a.open and a.tier >= 'contribute' and ('x' || right(a.case_id::text, 12))::bit(48)::bigint % 20 = 0 order by 1 limit 60`,
      [workerId],
    )
    found.set(
      workerId,
      rows.map(row => row.id),
    )
  }
  await client.end()
  return found
}

/** Names as somebody would mistype them. */
export const misspelt = [
  'Amelai Hartlington',
  'Mohamed Wilberson',
  'Siobhan Ashdnford',
  'Tomas Brelingfield',
  'Prya Calarwood',
  'Georg Dunberworth',
  'Olivea Fenisley',
  'Callum Garolham',
  'Fatima Holenshaw',
  'Grase Ketamstone',
]

/** Every job, over a circle of readers. */
export function jobsFor(readers: Reader[]): Job[] {
  const reader = (turn: number): Reader => readers[turn % readers.length] as Reader
  const caseOf = (turn: number): string => {
    const { caseIds } = reader(turn)
    return caseIds[Math.floor(turn / readers.length) % caseIds.length] ?? ''
  }
  const page = (name: string, path: (turn: number) => string): Job => ({
    name,
    expects: 200,
    next: turn => ({ path: path(turn), cookie: reader(turn).cookie }),
  })
  return [
    page('Today', () => '/'),
    page('My cases', () => '/cases'),
    page('Open a case with 50 entries', turn => `/cases/${caseOf(turn)}`),
    page('Brief', turn => `/cases/${caseOf(turn)}/brief`),
    page('Find a person by a misspelt name', turn => `/search?q=${encodeURIComponent(misspelt[turn % misspelt.length] ?? '')}`),
    page(
      'Match one person',
      turn => `/cases/${caseOf(turn)}/people/new?q=${encodeURIComponent(`${misspelt[turn % misspelt.length]} 12/3/1980`)}`,
    ),
    {
      name: 'Add an entry',
      expects: 303,
      next: turn => ({
        path: `/cases/${caseOf(turn)}/entries`,
        cookie: reader(turn).cookie,
        form: { body: `Rang again, turn ${turn}. Spoke to the sister; all well for now, visit stands.` },
      }),
    },
  ]
}
