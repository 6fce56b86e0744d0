/** Reads a form with files while it arrives: words are collected, and no file ever sits in memory whole. */
import { type FormValues, Invalid } from './errors.ts'

export interface Part {
  field: string
  /** The name that the sender's file has; null for words. */
  name: string | null
  bytes: AsyncGenerator<Buffer>
}

const mostHeaderBytes = 16 * 1024
const mostWordBytes = 256 * 1024
const mostParts = 200

/**
 * Reads an upload. Each chosen file is handed to `take` as it arrives, with the words that came before it.
 * @example const { words, taken } = await readUpload(c.req.raw, file => storeFile(file.bytes, { limit, name: file.name }))
 */
export async function readUpload<T>(
  request: Request,
  take: (file: { field: string; name: string; bytes: AsyncGenerator<Buffer> }, words: FormValues) => Promise<T>,
): Promise<{ words: FormValues; taken: T[] }> {
  const words: FormValues = {}
  const taken: T[] = []
  let number = 0
  for await (const { field, name, bytes } of parts(request)) {
    if (++number > mostParts) throw cutShort()
    if (name === null) addWords(words, field, await wordsOf(bytes))
    else if (name !== '') taken.push(await take({ field, name, bytes }, words))
  }
  return { words, taken }
}

/** The parts of a multipart body, one after another; what is not read of one is passed over. Source: RFC 7578. */
export async function* parts(request: Request): AsyncGenerator<Part> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(request.headers.get('content-type') ?? '')
  if (!boundary || !request.body) throw cutShort()
  const border = Buffer.from(`\r\n--${boundary[1] ?? boundary[2]}`)
  const line = lineOf(request.body)
  await drain(line.until(border))
  while ((await line.take(2)).toString('latin1') !== '--') {
    const about = headers(await gathered(line.until(Buffer.from('\r\n\r\n')), mostHeaderBytes))
    const bytes = line.until(border)
    yield { ...about, bytes: lent(bytes) }
    await drain(bytes)
  }
}

/** Whoever reads a part may stop in its middle; the rest must still be passed over to find the next. */
async function* lent(bytes: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for (let some = await bytes.next(); !some.done; some = await bytes.next()) yield some.value
}

function lineOf(body: ReadableStream<Uint8Array>) {
  const source = body[Symbol.asyncIterator]()
  // The first border has no line before it.
  let held: Buffer = Buffer.from('\r\n')
  const more = async () => {
    const { value, done } = await source.next()
    if (done) throw cutShort()
    held = held.length > 0 ? Buffer.concat([held, value]) : Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  }
  return {
    async take(count: number): Promise<Buffer> {
      while (held.length < count) await more()
      const taken = held.subarray(0, count)
      held = held.subarray(count)
      return taken
    },
    async *until(end: Buffer): AsyncGenerator<Buffer> {
      for (let at = held.indexOf(end); ; at = held.indexOf(end)) {
        // The end may have begun in what is held: that much is kept back.
        const sure = at >= 0 ? at : Math.max(0, held.length - end.length + 1)
        const out = held.subarray(0, sure)
        held = held.subarray(at >= 0 ? at + end.length : sure)
        if (out.length > 0) yield out
        if (at >= 0) return
        await more()
      }
    },
  }
}

function headers(text: Buffer): { field: string; name: string | null } {
  const disposition = /^content-disposition:(.*)$/im.exec(text.toString('utf8'))?.[1] ?? ''
  const field = /[;\s]name="([^"]*)"/i.exec(disposition)?.[1]
  if (field === undefined) throw cutShort()
  const name = /[;\s]filename="((?:\\"|[^"])*)"/i.exec(disposition)?.[1]
  return { field, name: name === undefined ? null : unquoted(name) }
}

// Browsers write these three, and only these, as percent signs: https://html.spec.whatwg.org/#multipart-form-data
const unquoted = (name: string) => name.replaceAll('\\"', '"').replaceAll(/%(22|0D|0A)/gi, code => decodeURIComponent(code))

async function wordsOf(bytes: AsyncGenerator<Buffer>): Promise<string> {
  const text = (await gathered(bytes, mostWordBytes)).toString('utf8')
  return text.replaceAll('\0', '').replaceAll('\r\n', '\n')
}

function addWords(words: FormValues, field: string, value: string): void {
  const before = words[field]
  words[field] = before === undefined ? value : [before, value].flat()
}

async function gathered(bytes: AsyncGenerator<Buffer>, most: number): Promise<Buffer> {
  const all: Buffer[] = []
  let length = 0
  for await (const some of bytes) {
    length += some.length
    if (length > most) throw new Invalid({ form: 'One of the boxes holds too many words. Make them fewer and send it again.' })
    all.push(Buffer.from(some))
  }
  return Buffer.concat(all)
}

async function drain(bytes: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of bytes) {
    /* passed over */
  }
}

const cutShort = () => new Invalid({ form: 'The file did not arrive whole. Check your connection, choose it again and send it once more.' })
