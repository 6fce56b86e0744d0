/** A page leaves only when the look at it is safe on the disk, although it is put together meanwhile. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../test/database.ts'
import type { Child } from '#jsx/element'
import { asWorker } from './db.ts'
import { seen } from './events.ts'
import { type Kith, read } from './requests.ts'

const database = ownDatabase()

const Broken = (): Child => {
  throw new Error('This page cannot be put together.')
}

const app = new Hono<Kith>()
  .use(async (c, next) => {
    c.set('entry', { worker: cast.tom })
    await next()
  })
  .get('/pages/:name', c =>
    read(c, async db => {
      await seen(db, 'print', null, { words: c.req.param('name') })
      return c.req.param('name') === 'broken' ? <Broken /> : <p>Zoë rang twice.</p>
    }),
  )
  .onError((error, c) => c.text(`failed: ${error.message}`, 500))

const open = (name: string) => app.request(`/pages/${name}`, { headers: { 'accept-encoding': 'gzip' } })
const looksAt = (name: string) => asWorker(cast.tom, db => db.selectFrom('looks').select('id').where('words', '=', name).execute())

test('when the look cannot be kept, nothing of the page is sent', async () => {
  await behindTheRules(database, ['looks'], client =>
    client.query(`create function refuse_late() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
      create constraint trigger refuse_late after insert on looks deferrable initially deferred for each row when (new.words = 'unkept') execute function refuse_late()`),
  )
  const answer = await open('unkept')
  expect([answer.status, await answer.text()]).toEqual([500, 'failed: the disk is full'])
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await looksAt('unkept')).toEqual([])
})

test('when the page cannot be put together its look stays, and the next page is read as before', async () => {
  const answers = await Promise.all(Array.from({ length: 9 }, () => open('broken')))
  for (const answer of answers) expect(await answer.text()).toBe('failed: This page cannot be put together.')
  expect(await looksAt('broken')).toHaveLength(9)
  expect((await open('whole')).status).toBe(200)
  expect(await looksAt('whole')).toHaveLength(1)
})
