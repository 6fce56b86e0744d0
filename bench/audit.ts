/** What the record costs: the same requests, in turns, to Kith and to a Kith that writes no look and no deed, on one database in one run. */
import { cpuOf, cpuOfFamily } from './cpu.ts'
import { drive, type Job, spread } from './drive.ts'
import { ms } from './measure.ts'
import { queueIsEmpty } from './queue.ts'

export interface Pair {
  recorded: { port: number; pid: number }
  unrecorded: { port: number; pid: number }
  postgres: number
  /** The database as its owner, to wait until its queue is empty. */
  url: string
  turns: number
}

type Which = 'recorded' | 'unrecorded'

interface Spent {
  times: number[]
  cpu: number
  /** Of each turn by itself: its median, and its processor time for one request. */
  turns: { p50: number; cpu: number }[]
}

/** So many short turns, that what else the machine does meets both alike. */
const rounds = 20

/** Drives one job at both and prints what the record adds, in time and in processor time. */
export async function auditCost(pair: Pair, job: Job) {
  for (const which of ['recorded', 'unrecorded'] as const) await drive(pair[which].port, job, { turns: 40, atOnce: 4 })
  const [one, sixteen] = [await alternate(pair, job, 1), await alternate(pair, job, 16)]
  console.log(`${job.name.padEnd(34)} at 1: ${told(one)} | at 16: ${told(sixteen)}`)
  return { name: job.name, one: figures(one), sixteen: figures(sixteen) }
}

async function alternate(pair: Pair, job: Job, atOnce: number): Promise<Record<Which, Spent>> {
  const spent: Record<Which, Spent> = { recorded: nothingYet(), unrecorded: nothingYet() }
  const turns = Math.ceil((pair.turns * Math.min(atOnce, 4)) / rounds)
  for (let round = 0; round < rounds; round++) {
    // Whoever comes second finds the pages warm: each is second as often as the other.
    const order: Which[] = round % 2 ? ['recorded', 'unrecorded'] : ['unrecorded', 'recorded']
    for (const which of order) {
      const before = used(pair, which)
      const { times, p50 } = await drive(pair[which].port, shifted(job, round * turns), { turns, atOnce })
      const cpu = used(pair, which) - before
      spent[which].cpu += cpu
      spent[which].times.push(...times)
      spent[which].turns.push({ p50, cpu: cpu / turns })
      // What a search left to be done would fall into the time of whoever is next.
      await queueIsEmpty(pair.url)
    }
  }
  return spent
}

const nothingYet = (): Spent => ({ times: [], cpu: 0, turns: [] })

/** Both are asked for the same things in each round, and for others in the next. */
const shifted = (job: Job, by: number): Job => ({ ...job, next: turn => job.next(turn + by) })

const used = (pair: Pair, which: Which): number => cpuOf(pair[which].pid) + cpuOfFamily(pair.postgres)

function figures({ recorded, unrecorded }: Record<Which, Spent>) {
  const [withIt, without] = [recorded, unrecorded].map(({ times, cpu }) => ({ ...spread(times), cpu: cpu / times.length }))
  if (!withIt || !without) throw new Error('Nothing was driven.')
  return {
    recorded: withIt,
    unrecorded: without,
    adds: { p50: adds(recorded, unrecorded, 'p50'), p95: withIt.p95 / without.p95 - 1, cpu: adds(recorded, unrecorded, 'cpu') },
  }
}

/** The median of what each turn took more than the turn beside it: whatever slowed the machine for some seconds slowed both. */
function adds(recorded: Spent, unrecorded: Spent, what: 'p50' | 'cpu'): number {
  const ratios = recorded.turns.map((turn, at) => turn[what] / (unrecorded.turns[at]?.[what] ?? Number.NaN))
  return spread(ratios).p50 - 1
}

function told(spent: Record<Which, Spent>): string {
  const { recorded, unrecorded, adds } = figures(spent)
  const line = (what: 'p50' | 'p95' | 'cpu', name: string) =>
    `${name} ${ms(unrecorded[what])} → ${ms(recorded[what])} ${`${adds[what] < 0 ? '' : '+'}${Math.round(adds[what] * 100)} %`.padStart(6)}`
  return [line('p50', 'p50'), line('p95', 'p95'), line('cpu', 'CPU')].join(', ')
}
