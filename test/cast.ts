/** The cast: the people in every test. Their agencies share under one agreement, save those who stand outside it. */
import pg from 'pg'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

/** Agencies and teams of the cast. */
export const agency = { police: id(1), housing: id(2), health: id(3), charity: id(4), outside: id(5), suspended: id(6), ended: id(7) }
export const team = { hub: id(20), slaveryTeam: id(21) }
export const agreement = { county: id(30), over: id(31) }

/** Workers of the cast, by first name. */
export const cast = {
  /** Neighbourhood constable. Leads most cases in tests. */
  tom: id(101),
  /** His colleague at the police, information-governance lead. */
  ingrid: id(102),
  /** Sergeant in the police's slavery team. */
  sam: id(103),
  /** Housing officer. */
  grace: id(104),
  /** Housing's administrator. */
  amir: id(105),
  /** Mental-health nurse. */
  noor: id(106),
  /** Advocate at the charity, member of the multi-agency hub. */
  aisha: id(107),
  /** Works for an agency that has signed nothing. */
  owen: id(108),
  /** Left housing last month. */
  lena: id(109),
  /** Works for a suspended agency. */
  stefan: id(110),
  /** Works for an agency whose agreement has ended. */
  vera: id(111),
  /** The partnership's administrator. */
  pat: id(112),
}

const agencies: [string, string, string, string][] = [
  [agency.police, 'Wexmoor Police', 'Police', 'police'],
  [agency.housing, 'Wexmoor Homes', 'Housing', 'housing'],
  [agency.health, 'Wexmoor Health Trust', 'Health', 'health'],
  [agency.charity, 'Harbour Advocates', 'Harbour', 'charity'],
  [agency.outside, 'Outland Council', 'Outland', 'council'],
  [agency.suspended, 'Quayside Trust', 'Quayside', 'charity'],
  [agency.ended, 'Old Mill Charity', 'Old Mill', 'charity'],
]

const workers: [string, string, string, string][] = [
  [cast.tom, agency.police, 'Tom Ashdown', 'Neighbourhood constable'],
  [cast.ingrid, agency.police, 'Ingrid Vale', 'Information-governance lead'],
  [cast.sam, agency.police, 'Sam Okoro', 'Sergeant'],
  [cast.grace, agency.housing, 'Grace Penhale', 'Housing officer'],
  [cast.amir, agency.housing, 'Amir Sadiq', 'Administrator'],
  [cast.noor, agency.health, 'Noor Halabi', 'Mental-health nurse'],
  [cast.aisha, agency.charity, 'Aisha Bello', 'Advocate'],
  [cast.owen, agency.outside, 'Owen Marsh', 'Officer'],
  [cast.lena, agency.housing, 'Lena Fisk', 'Housing officer'],
  [cast.stefan, agency.suspended, 'Stefan Brandt', 'Outreach worker'],
  [cast.vera, agency.ended, 'Vera Lund', 'Support worker'],
  [cast.pat, agency.police, 'Pat Conway', 'Partnership manager'],
]

/** Writes the cast into an empty database, as its owner. */
export async function addCast(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const tables = ['principals', 'agencies', 'teams', 'workers', 'worker_roles', 'team_members', 'agreements', 'agreement_parties']
  await client.query('begin')
  for (const table of tables) await client.query(`alter table ${table} no force row level security`)
  await addAgencies(client)
  await addTeamsAndRoles(client)
  await addAgreements(client)
  await client.query('update workers set left_on = current_date - 30 where id = $1', [cast.lena])
  await client.query('update agencies set suspended_at = now() where id = $1', [agency.suspended])
  for (const table of tables) await client.query(`alter table ${table} force row level security`)
  await client.query('commit')
  await client.end()
}

const addPrincipal = (client: pg.Client, key: string, kind: string) =>
  client.query('insert into principals (id, kind) values ($1, $2)', [key, kind])

async function addAgencies(client: pg.Client): Promise<void> {
  for (const [key, name, short, kind] of agencies) {
    await addPrincipal(client, key, 'agency')
    await client.query('insert into agencies (id, name, short_name, kind, contact) values ($1, $2, $3, $4, $5)', [
      key,
      name,
      short,
      kind,
      `Ring ${short} on extension 100`,
    ])
  }
  for (const [key, of, name, job] of workers) {
    await addPrincipal(client, key, 'worker')
    await client.query(
      `insert into workers (id, agency_id, name, job_title, email, joined_on) values ($1, $2, $3, $4, $5, current_date - 400)`,
      [key, of, name, job, `${name.toLowerCase().replaceAll(' ', '.')}@example.test`],
    )
  }
}

async function addTeamsAndRoles(client: pg.Client): Promise<void> {
  for (const [key, of, name] of [
    [team.hub, null, 'Community hub'],
    [team.slaveryTeam, agency.police, 'Slavery team'],
  ] as const) {
    await addPrincipal(client, key, 'team')
    await client.query('insert into teams (id, agency_id, name) values ($1, $2, $3)', [key, of, name])
  }
  await client.query(
    'insert into team_members (team_id, worker_id, starts_on) values ($1, $2, current_date - 90), ($1, $3, current_date - 90), ($4, $5, current_date - 90)',
    [team.hub, cast.aisha, cast.noor, team.slaveryTeam, cast.sam],
  )
  await client.query(
    `insert into worker_roles (worker_id, role) values ($1, 'information_governance_lead'), ($2, 'agency_administrator'), ($3, 'partnership_administrator')`,
    [cast.ingrid, cast.amir, cast.pat],
  )
}

async function addAgreements(client: pg.Client): Promise<void> {
  await client.query(
    `insert into agreements (id, reference, name, purposes, gateway, lawful_basis, programmes, starts_on, review_on, ends_on) values
    ($1, 'ISA-1', 'County safety agreement', 'Preventing crime and keeping people safe', 'Crime and Disorder Act 1998, section 115', 'UK GDPR Article 6(1)(e)', '{asb,modern-slavery,general-support,da-marac}', current_date - 200, current_date + 100, current_date + 300),
    ($2, 'ISA-0', 'Earlier agreement', 'Preventing crime', 'Crime and Disorder Act 1998, section 115', 'UK GDPR Article 6(1)(e)', '{asb}', current_date - 900, current_date - 300, current_date - 30)`,
    [agreement.county, agreement.over],
  )
  for (const party of [agency.police, agency.housing, agency.health, agency.charity, agency.suspended]) {
    await client.query(
      `insert into agreement_parties (agreement_id, agency_id, signed_on, signed_by) values ($1, $2, current_date - 190, 'Its director')`,
      [agreement.county, party],
    )
  }
  for (const party of [agency.police, agency.ended]) {
    await client.query(
      `insert into agreement_parties (agreement_id, agency_id, signed_on, signed_by) values ($1, $2, current_date - 890, 'Its director')`,
      [agreement.over, party],
    )
  }
}
