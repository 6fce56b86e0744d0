/** Measures one job: how long it takes at one and at sixteen at a time, what processors it uses, and what its SQL alone takes. */
import pg from 'pg'
import { createApp } from '../src/app.tsx'
import { plannedOnce } from '../src/platform/db.ts'
import { cpuOf, cpuOfFamily, lostSince, processorTime } from './cpu.ts'
import { drive, type Job, spread, type Timing } from './drive.ts'
import { pace } from './pace.ts'
import { dearest, recording, replay, type Statement } from './statements.ts'

/** What is measured against. */
export interface Bench {
  port: number
  /** The process numbers of Kith and of PostgreSQL. */
  server: number
  postgres: number
  /** The database as Kith's own role. */
  url: string
  turns: number
  /** Also prints what each statement takes. */
  statements: boolean
}

/** Drives one job and prints a line. */
export async function measureJob(bench: Bench, job: Job) {
  const { port, turns } = bench
  await drive(port, job, { turns: Math.min(turns, 60), atOnce: 4 })
  const bare = await bareSql(bench, job)
  const [begun, paceBefore] = [processorTime(), pace()]
  const one = await drive(port, job, { turns, atOnce: 1 })
  // V8 goes on making a page quicker for some thousand requests; a server at work has those behind it.
  await drive(port, job, { turns: turns * 3, atOnce: 16 })
  const before = used(bench)
  const sixteen = await drive(port, job, { turns: turns * 4, atOnce: 16 })
  const after = used(bench)
  const [lost, paceAfter] = [lostSince(begun), pace()]
  const cpu = { server: (after.server - before.server) / (turns * 4), database: (after.database - before.database) / (turns * 4) }
  console.log(
    `${job.name.padEnd(34)} at 1: ${told(one)} | at 16: ${told(sixteen)} | CPU of server ${cpu.server.toFixed(2)} ms, of database ${cpu.database.toFixed(2)} ms | bare SQL p50 ${ms(bare.p50)} (${bare.statements} statements) ratio ${((one.p50 - 2) / bare.p50).toFixed(1)} | lost to other machines ${(lost * 100).toFixed(0)} %, pace ${paceBefore} to ${paceAfter}`,
  )
  return { name: job.name, one: figures(one), sixteen: figures(sixteen), cpu, bare, lost, pace: [paceBefore, paceAfter] }
}

/** Milliseconds as a column. */
export const ms = (value: number): string => `${value.toFixed(1).padStart(6)} ms`

const used = ({ server, postgres }: Bench) => ({ server: cpuOf(server), database: cpuOfFamily(postgres) })
const told = ({ p50, p95, perSecond }: Timing): string => `p50 ${ms(p50)} p95 ${ms(p95)} ${Math.round(perSecond).toString().padStart(5)}/s`
const figures = ({ p50, p95, perSecond }: Timing) => ({ p50, p95, perSecond })

/** The same statements that the page sends, recorded for several turns and run on one connection. */
async function bareSql({ url, turns, statements: telling }: Bench, job: Job) {
  const recorded: Statement[][] = []
  const app = createApp()
  for (let turn = 0; turn < 8; turn++) recorded.push(await recording(() => Promise.resolve(app.request(...asked(job, turn)))))
  const client = new pg.Client({ connectionString: url, options: plannedOnce })
  client.on('error', () => {})
  await client.connect()
  const times: number[][] = []
  for (let turn = 0; turn < 40 + Math.min(turns, 120); turn++) times.push(await replay(client, recorded[turn % recorded.length] ?? []))
  const warm = times.slice(40)
  if (telling) for (const line of await dearest(client, recorded[0] ?? [], warm)) console.log(line)
  await client.end()
  return { ...spread(warm.map(turn => turn.reduce((sum, one) => sum + one, 0))), statements: recorded[0]?.length ?? 0 }
}

function asked(job: Job, turn: number): [string, RequestInit] {
  const { path, form, cookie } = job.next(turn)
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  return [`http://127.0.0.1${path}`, { headers, ...(form && { method: 'POST', body: new URLSearchParams(form) }) }]
}
