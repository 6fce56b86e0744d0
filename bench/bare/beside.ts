/** Kith beside the bare server: the same jobs at both, in turns, in one run, because the pace of a shared machine changes within minutes. */
import { asWorker } from '../../src/platform/db.ts'
import { cpuOf, cpuOfFamily } from '../cpu.ts'
import { drive, type Job } from '../drive.ts'
import { jobsFor, type Reader } from '../jobs.ts'
import { queueIsEmpty } from '../queue.ts'

interface Side {
  port: number
  pid: number
}

export interface Beside {
  kith: Side
  bare: Side
  /** The process number of PostgreSQL, and its address for the owner. */
  postgres: number
  ownerUrl: string
  /** So many requests to each in each round. */
  turns: number
}

type Which = 'kith' | 'bare'
type Pair<T> = Record<Which, T>

interface Round {
  perSecond: number
  /** Milliseconds of processor time for one request. */
  server: number
  database: number
}

/** What the bare server answers; the others of Kith's jobs have no counterpart. */
const compared = ['My cases', 'Open a case with 50 entries', 'Find a person by a misspelt name', 'Add an entry']

/** An odd number, so that there is one in the middle. */
const rounds = 9

/** A server is as quick as it gets only after some thousand requests; Kith, which has more to compile, later than the bare one. */
const warmRounds = 4

const atOnce = 16

/** At least this share of the bare server's rate is wanted. */
const wanted = 0.5

/**
 * Drives every job that both can do and prints for each the two rates and how they stand to each other.
 * @example const results = await besideBare({ kith, bare, postgres: postgres.pid, ownerUrl: postgres.url, turns: 300 }, readers, 'Open a case')
 */
export async function besideBare(beside: Beside, readers: Reader[], only = '') {
  const jobs = await jobsOfBoth(readers, only)
  for (const pair of jobs) for (let round = 0; round < warmRounds; round++) await bothInTurn(beside, pair, round)
  const results = []
  for (const pair of jobs) results.push(await compare(beside, pair))
  return results
}

/** Kith is asked with a session's cookie, the bare server with the worker and their agency. */
async function jobsOfBoth(readers: Reader[], only: string): Promise<Pair<Job>[]> {
  const plain = await Promise.all(
    readers.map(async reader => {
      const agency = await asWorker(reader.workerId, async db => db.actor.agencyId)
      return { ...reader, cookie: `${reader.workerId}.${agency}` }
    }),
  )
  const others = jobsFor(plain)
  return jobsFor(readers).flatMap((kith, at) => {
    const bare = others[at]
    if (!bare || !compared.includes(kith.name) || !kith.name.includes(only)) return []
    return [{ kith, bare: { ...bare, expects: bare.expects === 303 ? 201 : 200 } }]
  })
}

async function compare(beside: Beside, jobs: Pair<Job>) {
  const rows = await rowsOf(beside.bare, jobs.bare)
  const done: Pair<Round>[] = []
  for (let round = 1; round <= rounds; round++) done.push(await bothInTurn(beside, jobs, round))
  const ratios = done.map(({ kith, bare }) => kith.perSecond / bare.perSecond).toSorted((a, b) => a - b)
  const [kith, bare] = [over(done, 'kith'), over(done, 'bare')]
  const byProcessor = (bare.server + bare.database) / (kith.server + kith.database)
  const result = { name: jobs.kith.name, rows, kith, bare, ratio: median(ratios), ratios, byProcessor }
  console.log(said(result))
  return result
}

/** How many rows the bare server answers with, over some requests: one that answered nothing would be quick. */
async function rowsOf({ port }: Side, { name, next, expects }: Job): Promise<number> {
  if (expects === 201) return 1
  const turns = Array.from({ length: 20 }, (_, turn) => next(turn))
  const answers = await Promise.all(turns.map(({ path, cookie }) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })))
  const found = await Promise.all(
    answers.map(async answer => Object.values((await answer.json()) as Record<string, unknown>).flat().length),
  )
  const rows = found.reduce((sum, one) => sum + one, 0) / turns.length
  if (rows < 1) throw new Error(`${name}: the bare server finds nothing.`)
  return rows
}

/** Whoever comes second finds the rows warm: each is second as often as the other. */
async function bothInTurn(beside: Beside, jobs: Pair<Job>, round: number): Promise<Pair<Round>> {
  const first: Which = round % 2 ? 'kith' : 'bare'
  const second = first === 'kith' ? 'bare' : 'kith'
  const done = { [first]: await oneRound(beside, first, jobs[first], round), [second]: await oneRound(beside, second, jobs[second], round) }
  return done as Pair<Round>
}

async function oneRound(beside: Beside, which: Which, job: Job, round: number): Promise<Round> {
  const { turns, postgres, ownerUrl } = beside
  const used = () => ({ server: cpuOf(beside[which].pid), database: cpuOfFamily(postgres) })
  const before = used()
  const { perSecond } = await drive(beside[which].port, { ...job, next: turn => job.next(turn + round * turns) }, { turns, atOnce })
  const after = used()
  // What a search left in the queue would be carried out while the other is measured.
  if (which === 'kith') await queueIsEmpty(ownerUrl)
  return { perSecond, server: (after.server - before.server) / turns, database: (after.database - before.database) / turns }
}

/** The rate in the middle, and the processor time of all: it is counted in hundredths of a second, too coarse for one round. */
function over(done: Pair<Round>[], which: Which): Round {
  const all = (what: keyof Round) => done.map(pair => pair[which][what]).toSorted((a, b) => a - b)
  return { perSecond: median(all('perSecond')), server: mean(all('server')), database: mean(all('database')) }
}

const mean = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

const median = (sorted: number[]): number => sorted[sorted.length >> 1] ?? 0

function said({ name, rows, kith, bare, ratio, ratios, byProcessor }: Awaited<ReturnType<typeof compare>>): string {
  const side = ({ perSecond, server, database }: Round) =>
    `${Math.round(perSecond).toString().padStart(4)}/s (CPU of server ${server.toFixed(2)} ms, of database ${database.toFixed(2)} ms)`
  const ends = `${ratios[0]?.toFixed(2)} to ${ratios.at(-1)?.toFixed(2)}`
  return `${name.padEnd(34)} Kith ${side(kith)} | bare ${side(bare)}, ${Math.round(rows)} rows | ratio ${ratio.toFixed(2)} (${ends}), by processor time ${byProcessor.toFixed(2)}, wanted ${wanted.toFixed(2)}`
}
