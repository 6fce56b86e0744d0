/** Addresses of the case pack: what is to be in it, and the PDF. HTTP only. */
import { type Context, Hono } from 'hono'
import { type Db, transact } from '../../platform/db.ts'
import { forEveryone, record, seen } from '../../platform/events.ts'
import { makePdf } from '../../platform/pdf.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { findCaseHead } from '../cases/index.ts'
import { listEntries } from '../chronology/index.ts'
import { fileHeaders } from './headers.ts'
import { type PackPart, packParts } from './inputs.ts'
import { look } from './look.ts'
import { packContent } from './pack.ts'
import { findLetterhead, listDocuments, readForPack } from './queries.ts'
import { ChoosePackPage } from './views/print-pages.tsx'

/** The newest entries that a pack holds at most. */
const mostEntries = 500

export const packs = new Hono<Kith>()

packs.get('/cases/:id/pack', c => read(c, async db => <ChoosePackPage head={await look(db, id(c))} />))

packs.get('/cases/:id/pack.pdf', async c => {
  // Read, logged and committed first: nothing waits in the database while the PDF is drawn.
  const content = await transact(c.get('entry'), db => packFor(db, id(c), partsOf(c)))
  const headers = fileHeaders({ type: 'application/pdf', name: `${content.title}.pdf`, save: true })
  return new Response(new Uint8Array(await makePdf(content)), { headers })
})

const id = (c: Context): string => c.req.param('id') ?? ''

function partsOf(c: Context): PackPart[] {
  const asked = c.req.queries('part') ?? []
  return packParts.map(part => part.value).filter(part => asked.includes(part))
}

async function packFor(db: Db, caseId: string, parts: PackPart[]) {
  const head = await findCaseHead(db, caseId)
  await seen(db, 'export', head.id, { caseId: head.id, words: `pack: ${parts.join(', ')}` })
  await record(db, 'pack_made', { caseId: head.id, mark: forEveryone })
  const entries = parts.includes('chronology')
    ? (await listEntries(db, head.id, {}, mostEntries)).slice(0, mostEntries).filter(onPaper)
    : []
  const { name, agencyName } = await findLetterhead(db)
  const [plan, documents] = [await readForPack(db, head.id), (await listDocuments(db, head.id)).filter(onPaper)]
  return packContent({ head, parts, plan, entries, documents, by: { name, agencyName }, now: new Date() })
}

/** What is restricted to named readers never leaves on paper, which anybody may read. */
const onPaper = ({ restricted }: { restricted: boolean }): boolean => !restricted
