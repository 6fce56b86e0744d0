/** Makes PDF files from words, in a thread of their own, one after another. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PdfContent } from './pdf/content.ts'
import { root } from './root.ts'

export type { Block, PdfContent } from './pdf/content.ts'

// As written when tests run it, as built when Kith does.
const thread = import.meta.url.endsWith('.ts') ? new URL('pdf/thread.ts', import.meta.url) : join(root, 'dist/pdf-thread.js')

let last: Promise<unknown> = Promise.resolve()

/**
 * A PDF of any text: what no font has is shown as [?], with a note. Throws only when the thread itself fails.
 * @example const bytes = await makePdf({ title, agencyName, marking: 'OFFICIAL', footer: '7KQM-4RTX', blocks })
 */
export function makePdf(content: PdfContent): Promise<Buffer> {
  // One at a time: a pack takes a processor for a second or two, and there may be only two of them.
  const made = last.then(() => draw(content))
  last = made.catch(() => {})
  return made
}

async function draw(content: PdfContent): Promise<Buffer> {
  const worker = new Worker(thread, { workerData: content })
  const [bytes] = (await once(worker, 'message')) as [Uint8Array]
  return Buffer.from(bytes)
}
