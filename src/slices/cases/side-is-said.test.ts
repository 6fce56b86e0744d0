/** A row of a split case says its side, or the database refuses it: what forgets it would be for everybody. */
import { sql } from 'kysely'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, type Db, newId } from '../../platform/db.ts'

const database = ownDatabase()

/** Tables whose rows are made by the rules out of others, with the side of what they are about; the record takes no row without its mark (record, seen). */
const derived = ['events', 'looks', 'recall_copies', 'search_index']

/** Tables of rows in cases that would take one without a word about its side. */
async function forgetful(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'side' and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> all ($1)
        and not (exists (select from pg_attrdef d where d.adrelid = c.oid and d.adnum = a.attnum and pg_get_expr(d.adbin, c.oid) = $2)
          and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'side_is_said')
          and exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'side_is_of_the_case'))
      order by 1`,
    [derived, `'unsaid'::text`],
  )
  return rows.map(row => row.name)
}

test('every table of rows in cases asks for their side, and a new one that does not is found', async () => {
  await behindTheRules(database, [], async client => {
    expect(await forgetful(client)).toEqual([])
    await client.query('create table letters_sent (case_id uuid, side text)')
    await client.query('alter table aims alter column side drop default')
    expect(await forgetful(client)).toEqual(['aims', 'letters_sent'])
    await client.query(`alter table aims alter column side set default 'unsaid'`)
    await client.query('drop trigger side_is_said on tasks')
    expect(await forgetful(client)).toEqual(['letters_sent', 'tasks'])
    await client.query('rollback')
    await client.query('begin')
  })
})

const note = (db: Db, caseId: string, more: { side?: string | null } = {}) =>
  db
    .insertInto('entries')
    .values({
      id: newId(),
      caseId,
      kind: 'note',
      occurredAt: new Date(),
      body: 'Rang',
      authorId: cast.tom,
      agencyId: agency.police,
      ...more,
    })
    .returning('side')
    .executeTakeFirstOrThrow()

test('in a split case a row says its side, or that it is for everybody; in others there is none to say', async () => {
  const [split, whole] = [await aCase(cast.tom, { programme: 'da-marac' }), await aCase()]
  await expect(asWorker(cast.tom, db => note(db, split))).rejects.toThrow('Say which side of the case this is for')
  await expect(asWorker(cast.tom, db => note(db, split, { side: 'unsaid' }))).rejects.toThrow('Say which side of the case this is for')
  expect(await asWorker(cast.tom, db => note(db, split, { side: null }))).toEqual({ side: null })
  expect(await asWorker(cast.tom, db => note(db, split, { side: 'victim' }))).toEqual({ side: 'victim' })
  expect(await asWorker(cast.tom, db => note(db, whole))).toEqual({ side: null })
})

test('a hidden case is not asked whether it is split: whoever may not write in it is refused as in any other', async () => {
  const [split, whole] = [await aCase(cast.tom, { programme: 'da-marac' }), await aCase()]
  const refused = (caseId: string) =>
    asWorker(cast.owen, db =>
      sql`insert into entries (case_id, kind, occurred_at, body, author_id, agency_id) values (${caseId}, 'note', now(), 'Rang', ${cast.owen}, ${agency.outside})`.execute(
        db,
      ),
    ).then(
      () => 'taken',
      error => `${error.name}: ${error.message}`,
    )
  expect(await refused(split)).toBe(await refused(whole))
  expect(await refused(split)).not.toBe('taken')
})
