// The web server: takes its port at once, answers that Kith is starting, then hands over to the application.
import { createHash } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { reasonOf } from './disk.ts'
import { everyAnswer, policy } from './headers.ts'
import { Stop } from './stop.ts'

type Answer = (request: Request, ...rest: never[]) => Response | Promise<Response>

export interface Serving {
  readonly port: number
  /** From now on the application answers. */
  answerWith(answer: Answer): void
  /** Takes no more requests, lets those under way finish, and ends live lines. */
  stop(): Promise<void>
}

export interface ServeOptions {
  readonly host: string
  readonly port: number
  /** Whether everything that a request needs is there. */
  readonly ready: () => Promise<boolean>
  /** Other limits than usual, for tests. */
  readonly limits?: Partial<typeof patience>
}

/**
 * Listens on the port, or throws a Stop that says why it cannot.
 * @example const serving = await serve({ host: '127.0.0.1', port: 3000, ready: answers })
 */
export async function serve({ host, port, ready, limits }: ServeOptions): Promise<Serving> {
  let answer: Answer = starting
  const fetch: Answer = (request, ...rest) => health(request, ready) ?? answer(request, ...rest)
  const server = createAdaptorServer({
    fetch: fetch as Parameters<typeof createAdaptorServer>[0]['fetch'],
    serverOptions: { ...patience, ...limits },
  }) as Server
  server.timeout = quietFor
  server.maxHeadersCount = 100
  const live = liveLines(server)
  await listening(server, host, port)
  return {
    port: (server.address() as AddressInfo).port,
    answerWith: next => {
      answer = next
    },
    stop: () => close(server, live),
  }
}

/** For how long, and for how much, one browser may keep the server waiting: those that dawdle are hung up on. Milliseconds and bytes. */
const patience = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  // The largest upload over a poor line takes minutes.
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
}

/** A connection on which nothing moves is ended after this; live lines beat more often. */
const quietFor = 120_000

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', error => reject(new Stop(portSentence(host, port, reasonOf(error)))))
    server.listen(port, host, resolve)
  })
}

function portSentence(host: string, port: number, reason: string | undefined): string {
  if (reason === 'EADDRINUSE') return `Port ${port} is taken by another program: end that one, or set KITH_PORT to another port.`
  if (reason === 'EACCES') return `This user may not listen on port ${port}: set KITH_PORT to a port above 1023.`
  if (reason === 'EADDRNOTAVAIL' || reason === 'ENOTFOUND')
    return `${host} is not an address of this machine: set KITH_HOST to one that is.`
  return `Kith cannot listen on ${host}, port ${port} (${reason ?? 'no reason given'}).`
}

function health(request: Request, ready: () => Promise<boolean>): Response | Promise<Response> | undefined {
  if (request.url.endsWith('/healthz')) return said(200, 'alive')
  if (request.url.endsWith('/readyz')) return ready().then(yes => (yes ? said(200, 'ready') : said(503, 'not ready')))
  return undefined
}

function said(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { ...everyAnswer, 'content-type': 'text/plain', 'cache-control': 'no-store' } })
}

function starting(): Response {
  return new Response(startingPage, {
    status: 503,
    headers: {
      ...everyAnswer,
      'content-security-policy': policy(`'sha256-${createHash('sha256').update(startingStyle).digest('base64')}'`),
      'content-type': 'text/html; charset=utf-8',
      'retry-after': '1',
      'cache-control': 'no-store',
    },
  })
}

const startingStyle = 'body{font:1.2rem system-ui;margin:3rem;color-scheme:light dark}'
const startingPage = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta http-equiv="refresh" content="1"><meta name="viewport" content="width=device-width">
<title>Kith is starting</title><style>${startingStyle}</style><body><h1>Kith is starting</h1><p>This page opens by itself in a moment.</p>`

// A live line never ends by itself, so it is remembered here to be ended with the server.
function liveLines(server: Server): Set<ServerResponse> {
  const live = new Set<ServerResponse>()
  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    live.add(response)
    response.once('close', () => live.delete(response))
  })
  return live
}

async function close(server: Server, open: Set<ServerResponse>): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  for (const response of open) {
    if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy()
  }
  server.closeIdleConnections()
  const impatient = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(impatient)
}
