/** What is asked for at once is answered together, each with its own; and what fails fails alone. */
import { sql } from 'kysely'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { ownDatabase } from '../../test/database.ts'
import { asWorker, type Db } from './db.ts'

ownDatabase()

const number = async (db: Db, n: number) => (await sql<{ n: number }>`select ${n}::int as n`.execute(db)).rows[0]?.n
const failing = (db: Db) => sql`select 1 / ${0}::int`.execute(db)
const outcomes = (work: (db: Db) => Promise<unknown>[]) => {
  let settled: PromiseSettledResult<unknown>[] = []
  return asWorker(cast.tom, async db => {
    settled = await Promise.allSettled(work(db))
  }).then(
    () => settled,
    () => settled,
  )
}
const words = (settled: PromiseSettledResult<unknown>[]) =>
  settled.map(one => (one.status === 'fulfilled' ? one.value : (one.reason as { code: string }).code))

test('each gets its own answer: the same statement many times, with none, one or a thousand rows, and names as the code writes them', async () => {
  const answers = await asWorker(cast.tom, db =>
    Promise.all([
      ...Array.from({ length: 50 }, (_, n) => number(db, n)),
      sql`select where false`.execute(db).then(({ rows }) => rows),
      sql<{ longWord: string }>`select repeat('å', 20000) as long_word, n from generate_series(1, 1000) n`
        .execute(db)
        .then(({ rows }) => rows.length),
      sql`select '{"made_by": [1, null]}'::jsonb as some_thing, null::text as no_thing, array['a', null] as many_things, date '2026-06-01' as a_day, 9007199254740991::bigint as a_number, true as is_so`
        .execute(db)
        .then(({ rows }) => rows),
    ]),
  )
  expect(answers.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, n) => n))
  expect(answers.slice(50)).toEqual([
    [],
    1000,
    [
      {
        someThing: { made_by: [1, null] },
        noThing: null,
        manyThings: ['a', null],
        aDay: '2026-06-01',
        aNumber: 9007199254740991,
        isSo: true,
      },
    ],
  ])
})

test('of what travels together, what came before a failure has its answer, what comes after fails for it, and the next page is read as before', async () => {
  for (const round of [1, 2, 3]) {
    const settled = await outcomes(db => [
      number(db, round),
      failing(db),
      number(db, 9),
      sql`select 'new in round ' || ${round}::int`.execute(db),
    ])
    expect(words(settled)).toEqual([round, '22012', '25P02', '25P02'])
  }
  expect(await asWorker(cast.tom, db => number(db, 7))).toBe(7)
})

test('a statement that PostgreSQL cannot read, or whose value cannot be written, fails alone', async () => {
  const circle: unknown[] = []
  circle.push(circle)
  for (let round = 0; round < 3; round++) {
    expect(words(await outcomes(db => [number(db, 1), sql`select nonsense from nowhere`.execute(db), number(db, 2)]))).toEqual([
      1,
      '42P01',
      '25P02',
    ])
    const circular = await outcomes(db => [number(db, 1), sql`select ${circle}::text[]`.execute(db), number(db, 2)])
    expect(circular.map(one => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  }
})

test('what is asked while an answer is on its way, and what rests on an answer, is asked in its order', async () => {
  const seen = await asWorker(cast.tom, async db => {
    const chain = async (from: number): Promise<(number | undefined)[]> => {
      const one = await number(db, from)
      const two = await number(db, (one ?? 0) + 1)
      return [one, two, await number(db, (two ?? 0) + 1)]
    }
    return Promise.all(Array.from({ length: 30 }, (_, n) => chain(n)))
  })
  expect(seen).toEqual(Array.from({ length: 30 }, (_, n) => [n, n + 1, n + 2]))
})

test('an answer that cannot be read fails alone, and ends nothing', async () => {
  const macaddr = pg.types.builtins.MACADDR
  const before = pg.types.getTypeParser(macaddr)
  onTestFinished(() => pg.types.setTypeParser(macaddr, before))
  pg.types.setTypeParser(macaddr, () => {
    throw new Error('unreadable')
  })
  const settled = await outcomes(db => [number(db, 1), sql`select '08:00:2b:01:02:03'::macaddr as it`.execute(db), number(db, 2)])
  expect(settled.map(one => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([1, 'Error: unreadable', 2])
})
