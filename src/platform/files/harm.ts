/** Has a virus scanner look at a file: ClamAV's daemon, by its own protocol. Source: clamd(8), INSTREAM. */
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { errorFields, log } from '../log.ts'
import { FileHarmful, FileRefused, NotChecked } from './refused.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Milliseconds that the scanner has for one file, from the first byte to its answer. */
const patience = 60_000

/**
 * Comes back when the scanner finds no harm. Throws FileHarmful; FileRefused when the scanner will not read to the end; NotChecked when it gives no verdict.
 * @example await findNoHarm(bytes, '/run/clamav/clamd.ctl')
 */
export async function findNoHarm(bytes: Bytes, scanner: string, within = patience): Promise<void> {
  const answer = await ask(scanner, bytes, within).catch(error => noVerdict(error))
  if (answer === 'stream: OK') return
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (found) throw new FileHarmful(found)
  noVerdict(new Error('The scanner found nothing out.'), answer)
}

async function ask(scanner: string, bytes: Bytes, within: number): Promise<string> {
  const socket = connect({ ...placeOf(scanner), signal: AbortSignal.timeout(within) })
  // Its answer counts, whether or not it read to the end.
  const sent = pipeline(framed(bytes), socket, { end: false }).catch(() => undefined)
  const [answer] = await Promise.all([answerOf(socket), sent])
  return answer
}

function answerOf(socket: Socket): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  let failure: unknown
  socket.on('data', some => {
    said += some.toString('latin1')
  })
  socket.on('error', error => {
    failure = error
  })
  // Each answer ends with a zero; one without was cut off and is none.
  socket.on('close', () => (said.endsWith('\0') ? resolve(said.slice(0, -1)) : reject(failure ?? new Error('The scanner hung up.'))))
  return promise
}

/** Each piece after its length; a length of zero ends the file, so that no empty piece may be sent. */
async function* framed(bytes: Bytes): AsyncGenerator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for await (const some of bytes) {
    if (some.length > 0) yield* [lengthOf(some.length), some]
  }
  yield lengthOf(0)
}

function lengthOf(size: number): Buffer {
  const made = Buffer.alloc(4)
  made.writeUInt32BE(size)
  return made
}

function placeOf(scanner: string): { path: string } | { host: string; port: number } {
  if (scanner.startsWith('/')) return { path: scanner }
  const { hostname, port } = new URL(`clamd://${scanner}`)
  return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port) }
}

function noVerdict(error: Error & { code?: string }, answer = ''): never {
  log.error('the virus scanner gave no verdict', { ...errorFields(error), answer })
  // A scanner that is sent more than it takes says so and hangs up; the line may break before that is read.
  if (/size limit/i.test(answer) || ['EPIPE', 'ECONNRESET'].includes(error.code ?? ''))
    throw new FileRefused(
      'This file could not be checked for viruses, perhaps because it is too large. Make it smaller, or try again in a few minutes.',
      { cause: error },
    )
  throw new NotChecked('Files cannot be checked just now. Nothing was saved; try again in a few minutes.', { cause: error })
}
