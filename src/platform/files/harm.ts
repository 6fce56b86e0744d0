/** Has a virus scanner look at a file: ClamAV's daemon, by its own protocol. Source: clamd(8), INSTREAM. */
import { connect, type Socket } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { errorFields, log } from '../log.ts'
import { FileHarmful, FileRefused, NotChecked } from './refused.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** Milliseconds that the scanner has for one file, from the first byte to its answer. */
const patience = 60_000

/** The scanner said neither yes nor no. */
export class NoVerdict extends Error {
  override name = 'NoVerdict'
  readonly answer: string
  /** It would perhaps not read to the end: one that is sent more than it takes says so and hangs up, and the line may break before that is read. */
  readonly tooLarge: boolean
  constructor(answer: string, cause?: Error & { code?: string }) {
    super('The virus scanner gave no verdict.', { cause })
    this.answer = answer
    this.tooLarge = /size limit/i.test(answer) || ['EPIPE', 'ECONNRESET'].includes(cause?.code ?? '')
  }
}

/**
 * Comes back when the scanner finds no harm. Throws FileHarmful; FileRefused when the scanner will not read to the end; NotChecked when it gives no verdict.
 * @example await findNoHarm(bytes, '/run/clamav/clamd.ctl')
 */
export async function findNoHarm(bytes: Bytes, scanner: string, within = patience): Promise<void> {
  const found = await harmIn(bytes, scanner, within).catch(refuse)
  if (found !== undefined) throw new FileHarmful(found)
}

/**
 * What the scanner calls the harm in these bytes; undefined when it finds none. Throws NoVerdict, and whatever reading the bytes throws.
 * @example await harmIn(bytes, '/run/clamav/clamd.ctl') // "Win.Test.EICAR_HDB-1"
 */
export async function harmIn(bytes: Bytes, scanner: string, within = patience): Promise<string | undefined> {
  const reading = noted(bytes)
  const answer = await ask(scanner, reading.bytes, within).catch(error => {
    throw reading.fault() ?? new NoVerdict('', error)
  })
  if (answer === 'stream: OK') return undefined
  const found = /^stream: (.+) FOUND$/.exec(answer)?.[1]
  if (!found) throw new NoVerdict(answer)
  return found
}

/** The same bytes, and what went wrong while they were read: a damaged file must not be taken for a silent scanner. */
function noted(source: Bytes): { bytes: Bytes; fault: () => unknown } {
  let fault: unknown
  const bytes = async function* () {
    try {
      yield* source
    } catch (error) {
      fault = error
      throw error
    }
  }
  return { bytes: bytes(), fault: () => fault }
}

async function ask(scanner: string, bytes: Bytes, within: number): Promise<string> {
  const socket = connect({ ...placeOf(scanner), signal: AbortSignal.timeout(within) })
  // Its answer counts, whether or not it read to the end; without an end of the bytes it would wait for more.
  const sent = pipeline(framed(bytes), socket, { end: false }).catch(error => void socket.destroy(error))
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

function refuse(error: unknown): never {
  if (!(error instanceof NoVerdict)) throw error
  log.error('the virus scanner gave no verdict', { ...errorFields(error.cause ?? error), answer: error.answer })
  if (error.tooLarge)
    throw new FileRefused(
      'This file could not be checked for viruses, perhaps because it is too large. Make it smaller, or try again in a few minutes.',
      { cause: error },
    )
  throw new NotChecked('Files cannot be checked just now. Nothing was saved; try again in a few minutes.', { cause: error })
}
