/** A form with files is read as it arrives, however it is cut into pieces on its way. */
import { expect, test } from 'vitest'
import { readUpload } from './multipart.ts'

const border = 'kithborder'
const sent = (body: Buffer, size: number) =>
  new Request('http://kith.test/', {
    method: 'POST',
    duplex: 'half',
    headers: { 'content-type': `multipart/form-data; boundary=${border}` },
    body: new ReadableStream({
      start(line) {
        for (let at = 0; at < body.length; at += size) line.enqueue(body.subarray(at, at + size))
        line.close()
      },
    }),
  } as RequestInit)
const field = (name: string, value: string) => `--${border}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, value: string) =>
  `--${border}\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n${value}\r\n`
const whole = async ({ name, bytes }: { name: string; bytes: AsyncIterable<Buffer> }) => [
  name,
  Buffer.concat(await Array.fromAsync(bytes)).toString(),
]

const body = Buffer.from(
  `${field('title', 'Order\r\nof the day')}${file('a \\"quoted%22.pdf', `one\r\n--kith\r\n--kithborde`)}${file('', '')}${file('two — ü.txt', '')}${field('kind', 'a')}${field('kind', 'b')}--${border}--\r\n`,
)

test('words and files arrive whole, in pieces of any size', async () => {
  for (const size of [1, 2, 3, 7, 64, 100_000]) {
    const { words, taken } = await readUpload(sent(body, size), whole)
    expect(words).toEqual({ title: 'Order\nof the day', kind: ['a', 'b'] })
    expect(taken).toEqual([
      ['a "quoted".pdf', 'one\r\n--kith\r\n--kithborde'],
      ['two — ü.txt', ''],
    ])
  }
})

test('a form that the browser itself makes is read', async () => {
  const form = new FormData()
  form.set('title', 'Scan')
  form.append('files', new File(['x'.repeat(300_000)], 'scan 1.pdf'))
  const { words, taken } = await readUpload(new Request('http://kith.test/', { method: 'POST', body: form }), whole)
  expect([words.title, taken[0]?.[0], taken[0]?.[1]?.length]).toEqual(['Scan', 'scan 1.pdf', 300_000])
})

test('a file that is given up in its middle does not spoil the next', async () => {
  const { taken } = await readUpload(sent(body, 5), async ({ name, bytes }) => {
    for await (const _ of bytes) break
    return name
  })
  expect(taken).toEqual(['a "quoted".pdf', 'two — ü.txt'])
})

test('a body that ends too soon says so', async () => {
  for (const length of [0, 10, 60, body.length - 20]) {
    await expect(readUpload(sent(body.subarray(0, length), 50), whole)).rejects.toThrow('did not arrive whole')
  }
})
