/** npm run bench -- --scale demo|county|national [--json FILE] [--turns N]: loads data, starts the real server, drives real signed-in HTTP, and prints what it measured. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { createApp } from '../src/app.tsx'
import { authDb } from '../src/platform/auth-db.ts'
import { loadConfig } from '../src/platform/config.ts'
import { connect, disconnect } from '../src/platform/db.ts'
import { log, setLogLevel } from '../src/platform/log.ts'
import { migrate, urlFor } from '../src/platform/migrate.ts'
import { openPostgres } from '../src/platform/postgres.ts'
import { root } from '../src/platform/root.ts'
import { beginSession, closeAccounts, openAccounts } from '../src/slices/accounts/index.ts'
import { drive, type Job, spread } from './drive.ts'
import { jobsFor, longCases, type Reader } from './jobs.ts'
import { isLoaded, load } from './load.ts'
import { type Scale, scales } from './scale.ts'
import { memory, startServer } from './server.ts'
import { firstWeight, liveDelay } from './sight.ts'
import { recording, replay } from './statements.ts'

const { values } = parseArgs({
  options: {
    scale: { type: 'string', default: 'demo' },
    json: { type: 'string' },
    turns: { type: 'string', default: '300' },
    only: { type: 'string' },
  },
})
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
    const result = await onServer(postgres.url, dataDir, scale)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(result, null, 2)}\n`)
  } finally {
    await postgres.stop()
  }
}

async function onServer(url: string, dataDir: string, scale: Scale) {
  const server = await startServer({ ...settings, KITH_DATABASE_URL: url, KITH_DATA_DIR: dataDir })
  connect({ connectionString: urlFor(url, 'kith_app', secret), max: 2 })
  await openAccounts(loadConfig(settings), urlFor(url, 'kith_auth', secret))
  try {
    const readers = await signIn(url, scale)
    console.log(
      `\n${scale.name}: ${scale.cases.toLocaleString('en-GB')} cases, ${scale.people.toLocaleString('en-GB')} people, ${scale.entries.toLocaleString('en-GB')} entries`,
    )
    const jobs = []
    for (const job of jobsFor(readers).filter(one => !values.only || one.name.includes(values.only)))
      jobs.push(await measureJob(url, server.port, job))
    const [first, second] = readers as [Reader, Reader]
    const shared = first.caseIds[0] ?? ''
    const live = await liveDelay(server.port, shared, [first.cookie, second.cookie])
    const weight = await firstWeight(server.port, `/cases/${shared}`, first.cookie)
    const used = memory(server.child.pid ?? 0)
    console.log(`\nLive, from one worker's note to another's screen: p50 ${ms(live.p50)}, p95 ${ms(live.p95)}`)
    console.log(
      `First load of a case page: ${Object.entries(weight)
        .map(([kind, bytes]) => `${kind} ${(bytes / 1024).toFixed(1)} KB`)
        .join(', ')}`,
    )
    console.log(
      `Application memory: ${used.now} MB, at its highest ${used.highest} MB. Start to first page with this database: ${server.secondsToFirstPage.toFixed(1)} s`,
    )
    return { scale, jobs, live, weight, memory: used, secondsToFirstPage: server.secondsToFirstPage }
  } finally {
    await closeAccounts()
    await disconnect()
    await server.stop()
  }
}

/** Sixteen workers of the same agencies, two to each, so that the second can see what the first does. */
async function signIn(url: string, scale: Scale): Promise<Reader[]> {
  const numbers = Array.from({ length: 16 }, (_, index) => 1 + (index >> 1) + (index & 1) * scale.agencies).map(
    number => ((number - 1) % (scale.agencies * scale.workersPerAgency)) + 1,
  )
  const ids = numbers.map(number => `00000002-0000-7000-8000-${number.toString(16).padStart(12, '0')}`)
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

async function measureJob(url: string, port: number, job: Job) {
  const turns = Number(values.turns)
  await drive(port, job, { turns: Math.min(turns, 60), atOnce: 4 })
  const bare = await bareSql(url, job, Math.min(turns, 120))
  const one = await drive(port, job, { turns, atOnce: 1 })
  const sixteen = await drive(port, job, { turns: turns * 4, atOnce: 16 })
  const ratio = one.p50 / bare.p50
  console.log(
    `${job.name.padEnd(34)} at 1: p50 ${ms(one.p50)} p95 ${ms(one.p95)} ${rate(one.perSecond)} | at 16: p50 ${ms(sixteen.p50)} p95 ${ms(sixteen.p95)} ${rate(sixteen.perSecond)} | bare SQL p50 ${ms(bare.p50)} (${bare.statements} statements) ratio ${ratio.toFixed(1)}`,
  )
  return { name: job.name, one: figures(one), sixteen: figures(sixteen), bare, ratio }
}

/** The same statements that the page sends, recorded for several turns and run on one connection. */
async function bareSql(url: string, job: Job, turns: number) {
  const app = createApp()
  const client = new pg.Client({ connectionString: urlFor(url, 'kith_app', secret) })
  client.on('error', () => {})
  await client.connect()
  const recorded = []
  for (let turn = 0; turn < 8; turn++) {
    const { path, form, cookie } = job.next(turn)
    recorded.push(
      await recording(() =>
        Promise.resolve(
          app.request(`http://127.0.0.1${path}`, {
            headers: { cookie, 'sec-fetch-site': 'same-origin' },
            ...(form && { method: 'POST', body: new URLSearchParams(form) }),
          }),
        ),
      ),
    )
  }
  const times: number[] = []
  for (let turn = 0; turn < turns; turn++) times.push(await replay(client, recorded[turn % recorded.length] ?? []))
  await client.end()
  return { ...spread(times.slice(8)), statements: recorded[0]?.length ?? 0 }
}

function figures({ p50, p95, perSecond }: { p50: number; p95: number; perSecond: number }) {
  return { p50, p95, perSecond }
}

function ms(value: number): string {
  return `${value.toFixed(1).padStart(6)} ms`
}

function rate(value: number): string {
  return `${Math.round(value).toString().padStart(5)}/s`
}
