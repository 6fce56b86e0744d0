/** Drives real HTTP: so many at a time, each waiting for its answer before it asks again, as workers do. */
import { Agent, request } from 'node:http'

export interface Job {
  name: string
  /** The next request: address, and what is posted when it is a form. */
  next: (turn: number) => { path: string; form?: Record<string, string>; cookie: string }
  /** A page answers 200, a form 303; the bare server, to a form, 201. */
  expects: 200 | 201 | 303
}

export interface Timing {
  p50: number
  p95: number
  perSecond: number
  times: number[]
}

/**
 * Runs a job `turns` times, `atOnce` at a time, and gives milliseconds.
 * @example const { p95 } = await drive(port, job, { turns: 400, atOnce: 16 })
 */
export async function drive(port: number, job: Job, { turns, atOnce }: { turns: number; atOnce: number }): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let turn = 0
  const worker = async () => {
    while (turn < turns) times.push(await ask(port, agent, job, turn++))
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return { ...spread(times), perSecond: turns / seconds, times }
}

/** Median and 95th percentile. */
export function spread(times: number[]): { p50: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

function ask(port: number, agent: Agent, job: Job, turn: number): Promise<number> {
  const { path, form, cookie } = job.next(turn)
  const body = form ? new URLSearchParams(form).toString() : undefined
  const headers = {
    cookie,
    // As browsers ask.
    'accept-encoding': 'gzip, deflate, br, zstd',
    'sec-fetch-site': 'same-origin',
    ...(body && { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
  }
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, agent, method: body ? 'POST' : 'GET', headers }, answer => {
      answer.resume()
      answer.on('end', () => {
        if (answer.statusCode === job.expects) resolve(performance.now() - started)
        else reject(new Error(`${job.name}: ${path} answered ${answer.statusCode}, not ${job.expects}.`))
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
