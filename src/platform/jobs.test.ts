/** The queue on a real database: what waits is carried out at once, each job once, and what fails is tried again alone. */
import { PgBoss } from 'pg-boss'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { behindTheRules, beforeDrop, ownDatabase } from '../../test/database.ts'
import { testSecret } from '../../test/secret.ts'
import { asWorker } from './db.ts'
import { closeJobs, enqueue, type Jobs, openJobs } from './jobs.ts'
import { urlFor } from './migrate.ts'
import type { JobName } from './queues.ts'

const database = ownDatabase()
const behind = (query: string) => behindTheRules(database, [], client => client.query(query))
const states = async () =>
  Object.fromEntries(
    (await behind(`select state, count(*)::int from jobs.job where data ? 'number' group by 1`)).rows.map(row => [row.state, row.count]),
  )

/** Whoever looks for jobs looks once, and then not again while a test runs. */
const lookOnce = (jobs: Jobs) => openJobs(urlFor(database.ownerUrl, 'kith_jobs', testSecret), jobs, { pollSeconds: 3600 })
const promise = (kind: JobName, many: number) =>
  asWorker(cast.tom, async db => {
    for (let number = 0; number < many; number++) await enqueue(db, kind, { number } as never)
  })

beforeEach(() => behind('delete from jobs.job'))
afterEach(closeJobs)
beforeDrop(closeJobs)

test.each(['mail', 'search'] as const)('what waits (%s) is done at one look, and what fails is tried again alone', async kind => {
  const carried: number[] = []
  const carry = async ({ number }: { number: number }) => {
    carried.push(number)
    if (number === 7 && carried.filter(one => one === 7).length === 1) throw new Error('not this time')
  }
  await promise(kind, 40)
  await behind('update jobs.job set retry_delay = 3600, retry_delay_max = 3600')
  await lookOnce({ [kind]: carry })
  await expect.poll(states).toEqual({ completed: 39, retry: 1 })
  await closeJobs()
  expect(carried.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, number) => number))
  await behind('update jobs.job set start_after = now()')
  await lookOnce({ [kind]: carry })
  await expect.poll(states).toEqual({ completed: 40 })
  expect(carried.slice(40)).toEqual([7])
})

test('two jobs at once ask the database, whatever their kinds, and e-mails go out beside them', async () => {
  const running = { database: 0, mail: 0 }
  const most = { database: 0, mail: 0 }
  const letGo = Promise.withResolvers<void>()
  const carry = (what: keyof typeof running) => async () => {
    most[what] = Math.max(most[what], ++running[what])
    await letGo.promise
    running[what]--
  }
  const kinds = ['search', 'reminder', 'urgent'] as const
  for (const kind of [...kinds, 'mail'] as const) await promise(kind, 5)
  await lookOnce({ ...Object.fromEntries(kinds.map(kind => [kind, carry('database')])), mail: carry('mail') })
  await expect.poll(async () => (await states()).active).toBe(5)
  await expect.poll(() => running).toEqual({ database: 2, mail: 2 })
  letGo.resolve()
  await expect.poll(states).toEqual({ completed: 20 })
  expect(most).toEqual({ database: 2, mail: 2 })
})

test('a job lets people go first who wait for the database', async () => {
  await promise('search', 1)
  const letGo = Promise.withResolvers<void>()
  // More than there are connections.
  const people = Array.from({ length: 20 }, () => asWorker(cast.tom, () => letGo.promise))
  let carried = 0
  await openJobs(urlFor(database.ownerUrl, 'kith_jobs', testSecret), { search: async () => void carried++ }, { patientSeconds: 3600 })
  await expect.poll(states).toEqual({ active: 1 })
  expect(carried).toBe(0)
  letGo.resolve()
  await Promise.all(people)
  await expect.poll(states).toEqual({ completed: 1 })
})

test.each([
  'mail',
  'search',
] as const)('a job (%s) whose process was killed is carried out soon; one that is under way is left to whoever has it', async kind => {
  await promise(kind, 2)
  await behind(`update jobs.job set state = 'active', started_on = now() - interval '2 minutes',
    heartbeat_on = now() - case data ->> 'number' when '0' then interval '31 seconds' else interval '0' end`)
  const connectionString = urlFor(database.ownerUrl, 'kith_jobs', testSecret)
  const boss = new PgBoss({ connectionString, schema: 'jobs', migrate: false, createSchema: false, schedule: false, reindex: false })
  await boss.start()
  await boss.supervise(kind)
  await boss.stop()
  await behind('update jobs.job set start_after = now()')
  const carried: number[] = []
  await lookOnce({ [kind]: async ({ number }: { number: number }) => void carried.push(number) })
  await expect.poll(states).toEqual({ active: 1, completed: 1 })
  expect(carried).toEqual([0])
})
