/** npm run bench -- --scale demo|twenty|county|national: loads data, starts the real server, drives real signed-in HTTP, and prints what it measured. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { authDb } from '../src/platform/auth-db.ts'
import { loadConfig } from '../src/platform/config.ts'
import { connect, disconnect } from '../src/platform/db.ts'
import { log, setLogLevel } from '../src/platform/log.ts'
import { migrate, urlFor } from '../src/platform/migrate.ts'
import { openPostgres, type Postgres } from '../src/platform/postgres.ts'
import { root } from '../src/platform/root.ts'
import { beginSession, closeAccounts, openAccounts } from '../src/slices/accounts/index.ts'
import { auditCost } from './audit.ts'
import { besideBare } from './bare/beside.ts'
import { lostSince, memoryIsBack, processorTime } from './cpu.ts'
import type { Job } from './drive.ts'
import { jobsFor, longCases, type Reader } from './jobs.ts'
import { isLoaded, load } from './load.ts'
import { measureJob, ms } from './measure.ts'
import { measureQueue, queueIsEmpty } from './queue.ts'
import { type Scale, scales } from './scale.ts'
import { memory, type Server, startServer } from './server.ts'
import { firstWeight, liveDelay } from './sight.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'demo' },
    json: { type: 'string' },
    turns: { type: 'string', default: '300' },
    only: { type: 'string' },
    statements: { type: 'boolean', default: false },
    profile: { type: 'string' },
    audit: { type: 'boolean', default: false },
    bare: { type: 'boolean', default: false },
    queue: { type: 'string' },
  },
})
const begun = processorTime()
const scale = scales[values.scale]
if (!scale) {
  console.error(`There is no scale called ${values.scale}: choose ${Object.keys(scales).join(', ')}.`)
  process.exit(1)
}
const secret = 'only for measuring, and nowhere else, 7c1f0d2b96'
const settings = { KITH_ENV: 'test', KITH_SECRET: secret, KITH_FILE_KEY: `${secret}, files` }
setLogLevel('warn')
await measure(scale)

async function measure(scale: Scale): Promise<void> {
  const dataDir = join(root, '.kith', `bench-${scale.name}`)
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const postgres = await openPostgres({ dataDir, log, say: () => {} })
  try {
    await migrate(postgres.url, secret)
    if (!(await isLoaded(postgres.url))) await load(postgres.url, scale)
    const result = values.queue ? await onQueue(postgres, dataDir, Number(values.queue)) : await onServer(postgres, dataDir, scale)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await postgres.stop()
  }
}

async function onServer(postgres: Postgres, dataDir: string, scale: Scale) {
  const { url } = postgres
  const server = await startServer({ ...settings, KITH_DATABASE_URL: url, KITH_DATA_DIR: dataDir }, values.profile)
  const appUrl = urlFor(url, 'kith_app', secret)
  connect({ connectionString: appUrl, max: 2 })
  await openAccounts(loadConfig(settings), urlFor(url, 'kith_auth', secret))
  try {
    const readers = await signIn(url, scale)
    await memoryIsBack(postgres.pid)
    sayScale(scale)
    const { port, child, secondsToFirstPage } = server
    const pid = child.pid ?? 0
    const bench = { port, server: pid, postgres: postgres.pid, url: appUrl, turns: Number(values.turns), statements: values.statements }
    if (values.bare) return { scale, bare: await beside(server, postgres, dataDir, readers) }
    const jobs = []
    const wanted = jobsFor(readers).filter(one => !values.only || one.name.includes(values.only))
    if (values.audit) return { scale, audit: await besideUnrecorded(server, postgres, dataDir, wanted) }
    for (const job of wanted) {
      jobs.push(await measureJob(bench, job))
      await queueIsEmpty(url)
    }
    const seen = values.only ? undefined : await sight(port, readers as [Reader, Reader])
    const used = memory(pid)
    console.log(
      `Application memory: ${used.now} MB, at its highest ${used.highest} MB. Start to first page: ${secondsToFirstPage.toFixed(1)} s`,
    )
    sayLoad()
    return { scale, jobs, ...seen, memory: used, secondsToFirstPage }
  } finally {
    await closeAccounts()
    await disconnect()
    await server.stop()
  }
}

async function onQueue({ url }: Postgres, dataDir: string, many: number) {
  connect({ connectionString: urlFor(url, 'kith_app', secret), max: 1 })
  try {
    return await measureQueue(url, { ...settings, KITH_DATABASE_URL: url, KITH_DATA_DIR: dataDir }, { worker: workerId(1), secret, many })
  } finally {
    await disconnect()
    sayLoad()
  }
}

/** The same jobs at this Kith and at one that writes no record, in turns. */
async function besideUnrecorded(server: Server, postgres: Postgres, dataDir: string, jobs: Job[]) {
  const other = await startServer(
    { ...settings, KITH_DATABASE_URL: postgres.url, KITH_DATA_DIR: dataDir },
    undefined,
    'dist/unrecorded/main.js',
  )
  const pair = { recorded: side(server), unrecorded: side(other), postgres: postgres.pid, url: postgres.url, turns: Number(values.turns) }
  const costs = []
  try {
    for (const job of jobs) costs.push(await auditCost(pair, job))
  } finally {
    await other.stop()
  }
  sayLoad()
  return costs
}

/** The same jobs at Kith and at a server that answers rows as JSON and nothing else, in turns. */
async function beside(server: Server, postgres: Postgres, dataDir: string, readers: Reader[]) {
  const env = { ...settings, KITH_DATABASE_URL: postgres.url, KITH_DATA_DIR: dataDir }
  const other = await startServer(env, undefined, 'dist/bench/bare.js', '/readyz')
  const both = { kith: side(server), bare: side(other), postgres: postgres.pid, ownerUrl: postgres.url, turns: Number(values.turns) }
  try {
    return await besideBare(both, readers, values.only)
  } finally {
    await other.stop()
    sayLoad()
  }
}

function side({ port, child }: Server) {
  return { port, pid: child.pid ?? 0 }
}

function sayScale({ name, cases, people, entries }: Scale): void {
  const [many, whom, written] = [cases, people, entries].map(count => count.toLocaleString('en-GB'))
  console.log(`\n${name}: ${many} cases, ${whom} people, ${written} entries`)
  sayLoad()
}

/** Whoever reads the figures must know whether the machine was theirs alone: idle its load is near 0, and measuring itself takes it to about 3. */
function sayLoad(): void {
  console.log(
    `The machine's load over the last 1, 5 and 15 minutes: ${loadavg()
      .map(load => load.toFixed(1))
      .join(', ')}. Lost to other machines so far: ${(lostSince(begun) * 100).toFixed(0)} %`,
  )
}

/** What a browser shows: how soon a colleague's words arrive, and what a first page weighs. */
async function sight(port: number, [first, second]: [Reader, Reader]) {
  const shared = first.caseIds[0] ?? ''
  const live = await liveDelay(port, shared, [first.cookie, second.cookie])
  const weight = await firstWeight(port, `/cases/${shared}`, first.cookie)
  const kinds = Object.entries(weight).map(([kind, bytes]) => `${kind} ${(bytes / 1024).toFixed(1)} KB`)
  console.log(`\nLive, from one worker's note to another's screen: p50 ${ms(live.p50)}, p95 ${ms(live.p95)}`)
  console.log(`First load of a case page: ${kinds.join(', ')}`)
  return { live, weight }
}

function workerId(number: number): string {
  return `00000002-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

/** Sixteen workers of the same agencies, two to each, so that the second can see what the first does. */
async function signIn(url: string, scale: Scale): Promise<Reader[]> {
  const numbers = Array.from({ length: 16 }, (_, index) => 1 + (index >> 1) + (index & 1) * scale.agencies).map(
    number => ((number - 1) % (scale.agencies * scale.workersPerAgency)) + 1,
  )
  const ids = numbers.map(workerId)
  const cases = await longCases(url, ids)
  const readers: Reader[] = []
  for (const workerId of ids) {
    const made = await sql<{ id: string }>`select begin_account(${workerId}) as id`.execute(authDb())
    const begun = await beginSession(made.rows[0]?.id ?? '')
    if (!begun) throw new Error('A worker could not sign in.')
    readers.push({ workerId, cookie: begun.cookie.split(';')[0] ?? '', caseIds: cases.get(workerId) ?? [] })
  }
  return readers
}
