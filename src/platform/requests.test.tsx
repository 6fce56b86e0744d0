/** A page leaves only when the look at it is safe on the disk, although it is put together meanwhile. */
import { execFileSync } from 'node:child_process'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { behindTheRules, ownDatabase } from '../../test/database.ts'
import { answerTo, Broken, looksAt } from '../../test/page.tsx'
import { seen } from './events.ts'

const database = ownDatabase()

const open = (words: string, page = <p>Zoë rang twice.</p>) =>
  answerTo(async db => seen(db, 'print', null, { words }).then(() => page), { headers: { 'accept-encoding': 'gzip' } })

test('when the look cannot be kept, at once or at the end, nothing of the page is sent, whatever it asks besides', async () => {
  await behindTheRules(database, ['looks'], client =>
    client.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
      create trigger refuse_at_once before insert on looks for each row when (new.words = 'unkept at once') execute function refuse();
      create constraint trigger refuse_late after insert on looks deferrable initially deferred for each row when (new.words = 'unkept') execute function refuse()`),
  )
  const more = async (words: string) =>
    answerTo(async db => {
      await seen(db, 'print', null, { words })
      await db.selectFrom('cases').select('id').execute()
      return <p>Zoë rang twice.</p>
    })
  const careless = async (words: string) =>
    answerTo(async db => {
      void seen(db, 'print', null, { words })
      await db
        .selectFrom('cases')
        .select('id')
        .execute()
        .catch(() => [])
      return <p>Zoë rang twice.</p>
    })
  for (const words of ['unkept', 'unkept at once'])
    for (const answer of [await open(words), await more(words), await careless(words)]) {
      expect([answer.status, await answer.text()]).toEqual([500, 'failed: the disk is full'])
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(await looksAt(words)).toEqual([])
    }
})

test('when the page cannot be put together its look stays, and the next page is read as before', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => open('broken', <Broken />)))
  for (const answer of answers) expect(await answer.text()).toBe('failed: This page cannot be put together.')
  expect(await looksAt('broken')).toHaveLength(9)
  expect((await open('whole')).status).toBe(200)
  expect(await looksAt('whole')).toHaveLength(1)
})

test('what is written last is kept while the page is put together, not after it', async () => {
  await behindTheRules(database, [], client => client.query('create table kept (what text); grant insert on kept to kith_app'))
  // Nothing else of this process goes on meanwhile, so another one looks.
  const untilKept = `import pg from 'pg'
    const client = new pg.Client(process.argv[1])
    await client.connect()
    while ((await client.query('select from kept')).rowCount === 0);
    await client.end()`
  const Patient = () => {
    execFileSync(process.execPath, ['--input-type=module', '-e', untilKept, database.ownerUrl], { timeout: 20_000 })
    return <p>Zoë rang twice.</p>
  }
  const answer = await answerTo(async db => {
    db.leave(sql`insert into kept values ('a look')`.compile(db))
    return <Patient />
  })
  expect(await answer.text()).toContain('Zoë rang twice.')
})
