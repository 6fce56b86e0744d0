/** Nothing gets past the end of a transaction: no page of one that failed, no statement that is late, no connection that is still somebody's. */
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aCase } from '../../test/case.ts'
import { cast } from '../../test/cast.ts'
import { ownDatabase } from '../../test/database.ts'
import { answerTo, Broken, looksAt } from '../../test/page.tsx'
import type { Element } from '#jsx/element'
import { asWorker, type Db, type Lens, transact, transactAndMake } from './db.ts'
import { seen } from './events.ts'

ownDatabase()

/** What a worker gets, without why it failed. */
async function pageOf(...asked: Parameters<typeof answerTo>) {
  const answer = await answerTo(...asked)
  return { status: answer.status, text: (await answer.text()).replace(/^failed: .*/, 'failed') }
}

const entitle = (db: Db, id: string, title: string) => db.updateTable('cases').set({ title }).where('id', '=', id).execute()
const titleOf = (id: string) =>
  asWorker(cast.tom, async db => (await db.selectFrom('cases').select('title').where('id', '=', id).executeTakeFirstOrThrow()).title)
const connectionOf = async (db: Db) => (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]?.pid ?? 0
const kill = (pid: number) => asWorker(cast.sam, db => sql`select pg_terminate_backend(${pid}::int, 60000)`.execute(db))

afterEach(async () => {
  const whose = (worker: string) =>
    asWorker(worker, async db => (await sql<{ id: string }>`select my_worker() as id`.execute(db)).rows[0]?.id === worker)
  const all = await Promise.all(Array.from({ length: 24 }, (_, n) => whose([cast.tom, cast.grace, cast.owen][n % 3] ?? '')))
  expect(all).not.toContain(false)
})

test('when a statement failed and nobody noticed, or the connection broke before the end, nothing of the page is sent', async () => {
  const unnoticed = await pageOf(async db => {
    await seen(db, 'print', null, { words: 'unnoticed' })
    await sql`select 1 / 0`.execute(db).catch(() => {})
    return <p>Zoë rang twice.</p>
  })
  const cutOff = await pageOf(async db => {
    await seen(db, 'print', null, { words: 'cut off' })
    await kill(await connectionOf(db))
    return <p>Zoë rang twice.</p>
  })
  for (const page of [unnoticed, cutOff]) expect(page).toEqual({ status: 500, text: 'failed' })
  for (const words of ['unnoticed', 'cut off']) expect(await looksAt(words)).toEqual([])
})

test('through the eyes of another nothing stays, also when the page breaks', async () => {
  const id = await aCase()
  const lens: Lens = async db => {
    await entitle(db, id, 'Changed')
    return db.actor
  }
  expect((await pageOf(async () => <p>Looked at.</p>, { lens })).status).toBe(200)
  expect((await pageOf(async () => <Broken />, { lens })).status).toBe(500)
  expect(await titleOf(id)).toBe('Noise at Fern Court')
})

test('a statement that comes after the end is refused: while the page is made, afterwards, and from a part that went on when another failed', async () => {
  const id = await aCase()
  const late: Promise<unknown>[] = []
  const tries = (db: Db) => void late.push(entitle(db, id, 'Changed').catch((error: Error) => error.message))
  const ended = await transactAndMake(
    { worker: cast.tom },
    async db => db,
    db => {
      tries(db)
      return db
    },
  )
  tries(ended)
  const wentOn = Promise.withResolvers<void>()
  const parts = (db: Db) =>
    Promise.all([
      connectionOf(db)
        .catch(() => 0)
        .then(() => wentOn.resolve(tries(db))),
      Promise.reject(new Error('One part failed.')),
    ])
  await expect(transact({ worker: cast.tom }, parts)).rejects.toThrow('One part failed.')
  await wentOn.promise
  expect(await Promise.all(late)).toEqual(Array(3).fill('A statement came after the end of its transaction.'))
  expect(await titleOf(id)).toBe('Noise at Fern Court')
})

test('many at once, of whom some fail in each way there is, each get their own', async () => {
  const own: Record<string, string> = {}
  for (const worker of [cast.tom, cast.grace, cast.owen]) own[worker] = await aCase(worker)
  const cases = async (db: Db) => (
    <p>{(await db.selectFrom('cases').select('id').execute()).map(one => one.id).filter(id => Object.values(own).includes(id))}</p>
  )
  const failing: ((db: Db) => Promise<Element>)[] = [
    db => cases(db).then(() => <Broken />),
    db => Promise.all([cases(db), sql`select 1 / 0`.execute(db)]).then(([page]) => page),
    db => sql`select pg_terminate_backend(pg_backend_pid())`.execute(db).then(() => cases(db)),
  ]
  const asked = Array.from({ length: 120 }, (_, n) => ({ worker: Object.keys(own)[n % 3] ?? '', fails: failing[n % 8] }))
  const pages = await Promise.all(asked.map(async ({ worker, fails }) => pageOf(fails ?? cases, { worker })))
  expect(pages).toEqual(
    asked.map(({ worker, fails }) => (fails ? { status: 500, text: 'failed' } : { status: 200, text: `<p>${own[worker]}</p>` })),
  )
})
