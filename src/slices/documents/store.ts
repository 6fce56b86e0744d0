/** Makes the files that workers do not bring but make: a scan of photographed pages, and a letter. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { config } from '../../platform/config.ts'
import { transact } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { FileRefused, harmless, storeFile } from '../../platform/files.ts'
import { check } from '../../platform/input.ts'
import { readUpload } from '../../platform/multipart.ts'
import { makePdf, type PdfContent } from '../../platform/pdf.ts'
import type { Kith } from '../../platform/requests.ts'
import { mayAdd } from '../cases/index.ts'
import type { Received } from './commands.ts'
import { type Keeping, keeping } from './keeping.ts'
import { mostFiles } from './receive.ts'
import { pageFrom, type ScannedPage, scanToPdf } from './scan.ts'

/** Reads photographed pages and keeps them as one PDF. */
export async function receiveScan<S extends z.ZodType<{ title: string }>>(
  c: Context<Kith>,
  schema: S,
  caseId: string,
): Promise<{ input: z.output<S>; file: Received }> {
  await transact(c.get('entry'), db => mayAdd(db, caseId))
  const pages: ScannedPage[] = []
  const refused: string[] = []
  const { words } = await readUpload(c.req.raw, async ({ name, bytes }, typed) => {
    if (pages.length >= mostFiles) return void refused.push(`A scan can have ${mostFiles} pages at most. Make two.`)
    try {
      pages.push(await keeping({ c, caseId, words: typed }, async () => pageFrom(await harmless(await photoOf(bytes)), name)))
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error
      refused.push(error.message)
    }
  })
  const input = check(schema, words)
  // A scan with a page missing would mislead: all pages or none.
  if (refused.length > 0 || pages.length === 0) throw new Invalid({ files: refused[0] ?? 'Choose a photo of each page.' }, words)
  return { input, file: await kept({ c, caseId, words }, scanToPdf(pages), `${input.title}.pdf`) }
}

/** Keeps a letter as a PDF. */
export async function storeLetter(about: Keeping, letter: PdfContent): Promise<Received> {
  return kept(about, await makePdf(letter), `${letter.title}.pdf`)
}

async function kept(about: Keeping, bytes: Buffer, name: string): Promise<Received> {
  const stored = await keeping(about, () => storeFile([bytes], { limit: Number.POSITIVE_INFINITY, name })).catch(error => {
    throw error instanceof FileRefused ? new Invalid({ files: error.message }, about.words) : error
  })
  return { ...stored, name: name.replaceAll(/[/\\]/g, ' ') }
}

async function photoOf(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  let size = 0
  for await (const some of bytes) {
    size += some.length
    if (size > config().uploadBytes)
      throw new FileRefused(`A photo is larger than ${Math.round(config().uploadBytes / 1024 / 1024)} MB. Take it smaller.`)
    all.push(some)
  }
  return Buffer.concat(all)
}
