/** Comparing what workers declare with very many people reads what it finds, and not everything. */
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'

const database = ownDatabase()
const tables = ['people', 'person_contacts', 'interests', 'workers', 'postcode_wards', 'places', 'case_places']
const lay = [
  ...tables.map(table => `alter table ${table} disable trigger user`),
  `insert into people (given_name, family_name) select 'Given' || n, 'Family' || n from generate_series(1, 20000) n`,
  `insert into person_contacts (person_id, side, kind, value, postcode)
    select id, null, kind, '07' || abs(hashtext(id::text)), 'ZZ' || abs(hashtext(id::text)) % 10000 from people, unnest(array['address', 'mobile']) kind`,
  `insert into postcode_wards (postcode, ward) select 'ZZ1 ' || n, 'Ward ' || n % 100 from generate_series(1000, 9999) n`,
  'analyze people, person_contacts, postcode_wards, interests, places, case_places',
  ...tables.map(table => `alter table ${table} enable trigger user`),
]

test('a worker’s interests, and a person’s facts, are compared by index', async () => {
  const plans = await behindTheRules(database, tables, async client => {
    for (const statement of lay) await client.query(statement)
    // As the rules do it, under rules of their own.
    for (const table of tables) await client.query(`alter table ${table} force row level security`)
    await client.query('set local role kith_rules')
    const planFor = async (whose: string, id: string) => {
      const { rows } = await client.query(`explain select * from ties() t where t.${whose} = any (array['${id}']::uuid[])`)
      return rows.map(row => row['QUERY PLAN']).join('\n')
    }
    const plans = { worker: await planFor('worker_id', cast.sam), person: await planFor('person_id', newId()) }
    await client.query('reset role')
    return plans
  })
  for (const index of ['person_contacts_postcode', 'person_contacts_number', 'people_whole_name', 'postcode_wards_ward_key'])
    expect(plans.worker).toContain(index)
  for (const plan of Object.values(plans)) expect(plan).not.toMatch(/Seq Scan on (people|person_contacts|postcode_wards)/)
})

test('whether a conflict matters is asked of the cases that it is about, not of all that an agency has', async () => {
  const [person, other, theirs] = [newId(), newId(), ['cases', 'case_pointers', 'grants', 'case_access', 'case_people', 'people']]
  await behindTheRules(database, theirs, async client => {
    for (const table of theirs) await client.query(`alter table ${table} disable trigger user`)
    await client.query(
      `insert into cases (id, programme, programme_version, owner_agency_id, lead_worker_id, opened_by, title, stage)
        select uuidv7(), 'asb', 1, $1, $2, $2, 'Noise ' || n, 'reported' from generate_series(1, 3000) n`,
      [agency.police, cast.sam],
    )
    await client.query(
      `insert into grants (id, case_id, principal_id, tier, basis, reason, granted_by) select id, id, owner_agency_id, 'lead', 'owner', 'Owns the case', opened_by from cases where title like 'Noise %'`,
    )
    await client.query(
      `insert into case_access (grant_id, case_id, principal_id, tier, starts_at, ends_at, open, active_at)
        select g.id, case_id, principal_id, tier, starts_at, 'infinity', true, now() from grants g join cases c on c.id = g.case_id where title <> 'Noise 1'`,
    )
    await client.query(`insert into people (id, given_name, family_name) values ($1, 'Ivy', 'Marsh'), ($2, 'Olive', 'Reed')`, [
      person,
      other,
    ])
    await client.query(
      `insert into case_people (case_id, side, person_id, role, basis, added_by)
        select id, null, case when title = 'Noise 1' then $1::uuid else $2 end, 'Complainant', 'Rang us', opened_by from cases where title like 'Noise %'`,
      [person, other],
    )
    await client.query('analyze cases, case_access, case_people, people')
    for (const table of theirs) await client.query(`alter table ${table} enable trigger user`)
  })
  const read = await asWorker(cast.ingrid, async db => {
    const asked = sql<{ 'QUERY PLAN': { Plan: { 'Shared Hit Blocks': number } }[] }>`
      explain (analyze, buffers, format json) select conflict_matters(${cast.tom}, ${person}, null, true)`
    // What is read to plan it is read once for each connection.
    await asked.execute(db)
    return (await asked.execute(db)).rows[0]?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks']
  })
  expect(read).toBeLessThan(200)
})
