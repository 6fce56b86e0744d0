/** The record is divided by month, ahead of time, and no moment is without a part. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { beforeDrop, behindTheRules, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { asWorker } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { urlFor } from '../../platform/migrate.ts'
import { asSystem, connectSystem, disconnectSystem } from '../../platform/system-db.ts'

const database = ownDatabase()
const tables = ['events', 'looks']

beforeAll(() => connectSystem({ connectionString: urlFor(database.ownerUrl, 'kith_clock', testSecret), max: 2 }))
beforeDrop(disconnectSystem)

const asOwner = <T>(text: string) => behindTheRules(database, tables, async client => (await client.query(text)).rows as T[])
const parts = async () =>
  (
    await asOwner<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent in ('events'::regclass, 'looks'::regclass) order by 1`,
    )
  ).map(row => row.name)
const monthsAhead = (n: number) => `to_char(date_trunc('month', now() at time zone 'UTC') + interval '${n} months', '_YYYY_MM')`
const layAhead = () => asSystem('months', db => sql`select lay_months_ahead()`.execute(db))

test('this month and the next three have their parts from the start', async () => {
  for (const table of tables)
    for (const n of [0, 1, 2, 3]) {
      const [row] = await asOwner<{ there: boolean }>(`select to_regclass('${table}' || ${monthsAhead(n)}) is not null as there`)
      expect([table, n, row?.there]).toEqual([table, n, true])
    }
})

test('a month whose part is missing gets it from the clockwork, and rows of its first moment lie in it', async () => {
  const [{ part } = { part: '' }] = await asOwner<{ part: string }>(`select 'looks' || ${monthsAhead(2)} as part`)
  await asOwner(`drop table ${part}`)
  await Promise.all([layAhead(), layAhead()])
  expect(await parts()).toContain(part)
  const [row] = await asOwner<{ part: string }>(`insert into looks (kind, worker_id, agency_id, at)
    select 'case', '${cast.tom}', id, (date_trunc('month', now() at time zone 'UTC') + interval '2 months') at time zone 'UTC' from agencies limit 1 returning tableoid::regclass::text as part`)
  expect(row?.part ?? part).toBe(part)
})

test('a moment for which nobody has made a part is recorded all the same, and later parts leave it where it is', async () => {
  const add = (at: string) =>
    asOwner<{ part: string }>(
      `insert into looks (kind, worker_id, agency_id, at) values ('case', '${cast.tom}', '${cast.tom}', '${at}') returning tableoid::regclass::text as part`,
    )
  expect(await add('2044-05-01 00:00:00+00')).toEqual([{ part: 'looks_rest' }])
  await asOwner(`select lay_months('looks', '2044-04-01', '2044-06-01')`)
  expect(await parts()).toEqual(expect.arrayContaining(['looks_2044_04', 'looks_2044_06']))
  expect(await add('2044-05-02 00:00:00+00')).toEqual([{ part: 'looks_rest' }])
  expect(await add('2044-04-30 23:59:59+00')).toEqual([{ part: 'looks_2044_04' }])
})

test('every part has forced rules and no door of its own', async () => {
  const open = await asOwner<{
    name: string
  }>(`select c.relname as name from pg_class c join pg_inherits i on i.inhrelid = c.oid and i.inhparent in ('events'::regclass, 'looks'::regclass)
    where not (c.relrowsecurity and c.relforcerowsecurity) or has_any_column_privilege('kith_app', c.oid, 'select, insert, update') or has_any_column_privilege('kith_sealing', c.oid, 'select, insert, update')`)
  expect(open).toEqual([])
  await asWorker(cast.tom, db => seen(db, 'search', null, { words: 'fern' }))
  const [{ part } = { part: '' }] = await asOwner<{ part: string }>(
    `select tableoid::regclass::text as part from looks where words = 'fern'`,
  )
  await expect(asWorker(cast.tom, db => sql`select from ${sql.table(part)}`.execute(db))).rejects.toThrow()
})

test('nobody else may divide the record', async () => {
  await expect(asWorker(cast.pat, db => sql`select lay_months_ahead()`.execute(db))).rejects.toThrow()
  await expect(asSystem('sealing', db => sql`select lay_months_ahead()`.execute(db))).rejects.toThrow()
})
