/** The same page comes back whichever way a browser asks for it, and the first of a visit in the fewest bytes. */
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { pressPage, sendPressed } from './page.ts'

const app = new Hono().get('/', c => sendPressed(c, pressPage(c, <p>Zoë rang twice.</p>), 200))
const undo = { br: brotliDecompressSync, zstd: zstdDecompressSync, gzip: gunzipSync }

test.each<[string, Record<string, string>, keyof typeof undo | null]>([
  ['opened by the browser itself', { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-dest': 'document' }, 'br'],
  ['fetched by a page', { 'accept-encoding': 'gzip, deflate, br, zstd', 'sec-fetch-dest': 'empty' }, 'zstd'],
  ['by an older browser', { 'accept-encoding': 'gzip, deflate', 'sec-fetch-dest': 'document' }, 'gzip'],
  ['by one that undoes nothing', {}, null],
])('a page %s', async (_, headers, encoding) => {
  const answer = await app.request('/', { headers })
  const body = Buffer.from(await answer.arrayBuffer())
  expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([encoding, 'Accept-Encoding'])
  expect((encoding ? undo[encoding](body) : body).toString()).toBe('<p>Zoë rang twice.</p>')
})
