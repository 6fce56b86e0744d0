/** Comparing what workers declare with very many people reads what it finds, and not everything. */
import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { newId } from '../../platform/db.ts'

const database = ownDatabase()
const tables = ['people', 'person_contacts', 'interests', 'workers', 'postcode_wards', 'places', 'case_places']
const lay = [
  ...tables.map(table => `alter table ${table} disable trigger user`),
  `insert into people (given_name, family_name) select 'Given' || n, 'Family' || n from generate_series(1, 20000) n`,
  `insert into person_contacts (person_id, kind, value, postcode)
    select id, kind, '07' || abs(hashtext(id::text)), 'ZZ' || abs(hashtext(id::text)) % 10000 from people, unnest(array['address', 'mobile']) kind`,
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
