/** npm run prove -- --timings [--rounds N] [--only WORDS]: asks a real server on a county of its own for what is hidden and for what is absent, and compares how long the answers take. */
import { mkdirSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import pg from 'pg'
import { startServer } from '../../../bench/server.ts'
import { authDb } from '../../../src/platform/auth-db.ts'
import { loadConfig } from '../../../src/platform/config.ts'
import { connect, disconnect } from '../../../src/platform/db.ts'
import { log, setLogLevel } from '../../../src/platform/log.ts'
import { urlFor } from '../../../src/platform/migrate.ts'
import { openPostgres } from '../../../src/platform/postgres.ts'
import { root } from '../../../src/platform/root.ts'
import { beginSession, closeAccounts, openAccounts } from '../../../src/slices/accounts/index.ts'
import { type Browser, browserAt } from './ask.ts'
import { type Kind, layKinds } from './kinds.ts'
import { asker } from './lay.ts'
import { judge, type Round, type Verdict } from './ranks.ts'

const { values } = parseArgs({
  options: { timings: { type: 'boolean' }, rounds: { type: 'string', default: '400' }, only: { type: 'string', default: '' } },
})
const rounds = Number(values.rounds)
const secret = 'only for measuring, and nowhere else, 7c1f0d2b96'
const settings = { KITH_ENV: 'demonstration', KITH_SECRET: secret, KITH_FILE_KEY: `${secret}, files` }
setLogLevel('warn')
process.exitCode = (await measure()) ? 0 : 1

async function measure(): Promise<boolean> {
  const dataDir = join(root, '.kith', 'timings')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  await using endings = new AsyncDisposableStack()
  const postgres = await openPostgres({ dataDir, log, say: () => {} })
  endings.defer(() => postgres.stop())
  const server = await startServer({ ...settings, KITH_DATABASE_URL: postgres.url, KITH_DATA_DIR: dataDir })
  endings.defer(server.stop)
  connect({ connectionString: urlFor(postgres.url, 'kith_app', secret), max: 2 })
  endings.defer(disconnect)
  await openAccounts(loadConfig(settings), urlFor(postgres.url, 'kith_auth', secret))
  endings.defer(closeAccounts)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  endings.defer(() => client.end())
  await client.query('set role kith_backup')
  const browsers = { inside: browserAt(server.port, await cookieOf(asker)), outside: browserAt(server.port, '') }
  endings.defer(browsers.inside.close)
  endings.defer(browsers.outside.close)
  const kinds = (await layKinds(client)).filter(({ name }) => name.includes(values.only))
  return await compareAll(kinds, browsers)
}

async function cookieOf(worker: string): Promise<string> {
  const made = await sql<{ id: string }>`select begin_account(${worker}) as id`.execute(authDb())
  return (await beginSession(made.rows[0]?.id ?? ''))?.cookie.split(';')[0] ?? ''
}

/**
 * Each round asks, in random order, for something hidden and for two things that are absent. A kind differs when `judge` finds its differences
 * 4 standard deviations from chance and further from nothing than those of two absent ones. False, and exit code 1, when one differs or cannot be judged.
 */
async function compareAll(kinds: Kind[], { inside, outside }: { inside: Browser; outside: Browser }): Promise<boolean> {
  console.log(`${rounds} rounds each. Milliseconds: medians, and the median of the differences within a round.`)
  console.log(line(['', 'hidden', 'absent', 'difference', 'of absent ones', 'seen from', 'z', '']))
  let isWell = true
  for (const kind of kinds) {
    const verdict = judge(await roundsOf(kind, kind.atDoor ? outside : inside))
    isWell &&= verdict.says === 'alike'
    console.log(told(kind.name, verdict))
  }
  console.log(`The machine's load over the last 1, 5 and 15 minutes: ${loadavg().map(load => load.toFixed(1))}`)
  return isWell
}

/** The first rounds, in which the server and its connections learn what they are asked, do not count. */
async function roundsOf(kind: Kind, browser: Browser): Promise<Round[]> {
  const taken: Round[] = []
  const statuses = { hidden: new Set<number>(), absent: new Set<number>(), control: new Set<number>() }
  for (let round = 0; round < rounds + 40; round++) {
    await kind.before?.()
    const took: Round = { hidden: 0, absent: 0, control: 0 }
    for (const which of shuffled(['hidden', 'absent', 'control'] as const)) {
      const answer = await browser.ask(kind.next[which]())
      statuses[which].add(answer.status)
      took[which] = answer.took
    }
    if (round >= 40) taken.push(took)
  }
  const answered = Object.values(statuses).map(seen => [...seen].join())
  if (answered.some(each => each !== `${kind.answers}`)) throw new Error(`${kind.name} is answered with ${answered.join(' and ')}.`)
  return taken
}

function shuffled<T>(things: readonly T[]): T[] {
  return things
    .map(thing => ({ thing, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

function told(name: string, { hidden, absent, difference, control, noise, z, says }: Verdict): string {
  return line([name, ...[hidden, absent, difference, control, noise].map(time => time.toFixed(3)), z.toFixed(1), says])
}

function line([name = '', ...columns]: string[]): string {
  return `${name.padEnd(40)}${columns.map(column => column.padStart(15)).join('')}`
}
