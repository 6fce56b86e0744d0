/** Asks a real server as one worker's browser would, and says how long the answer took. */
import { Agent, request } from 'node:http'

export interface Asked {
  path: string
  form?: Record<string, string>
}

export interface Browser {
  /** Milliseconds until the last byte of the answer, and its status. */
  ask: (asked: Asked) => Promise<{ took: number; status: number }>
  close: () => void
}

/**
 * A browser with one connection, signed in by its cookie.
 * @example const { took } = await browserAt(port, cookie).ask({ path: `/cases/${id}` })
 */
export function browserAt(port: number, cookie: string): Browser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ask = ({ path, form }: Asked): Promise<{ took: number; status: number }> => {
    const body = form && new URLSearchParams(form).toString()
    const sent =
      body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    const headers = { cookie, 'accept-encoding': 'gzip', 'sec-fetch-site': 'same-origin', ...sent }
    const started = performance.now()
    return new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, agent, headers, method: form ? 'POST' : 'GET' }, answer => {
        answer.resume().on('end', () => resolve({ took: performance.now() - started, status: answer.statusCode ?? 0 }))
      })
      asked.on('error', reject)
      asked.end(body)
    })
  }
  return { ask, close: () => agent.destroy() }
}
