/** Addresses of the case pack: what is to be in it, and the PDF. HTTP only. */
import { type Context, Hono } from 'hono'
import type { z } from 'zod'
import { type Db, transact } from '../../platform/db.ts'
import { record, seenTogether } from '../../platform/events.ts'
import { check } from '../../platform/input.ts'
import { makePdf } from '../../platform/pdf.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { onlySide, findCaseHead, listSafeContacts, lookAtCase } from '../cases/index.ts'
import { listEntries } from '../chronology/index.ts'
import { fileHeaders } from './headers.ts'
import { newPack, packParts } from './inputs.ts'
import { packContent } from './pack.ts'
import { findLetterhead, listDocuments, readForPack } from './queries.ts'
import { refusing } from './refusing.ts'
import { ChoosePackPage } from './views/print-pages.tsx'

/** The newest entries that a pack holds at most. */
const mostEntries = 500

export const packs = new Hono<Kith>()

packs.get('/cases/:id/pack', c => read(c, async db => <ChoosePackPage head={await lookAtCase(db, id(c))} />))

packs.get('/cases/:id/pack.pdf', c =>
  refusing(
    refused => read(c, async db => <ChoosePackPage head={await lookAtCase(db, id(c))} refused={refused} />, 422),
    async () => {
      const asked = check(newPack, { ...c.req.query(), parts: c.req.queries('part') ?? [] })
      // Read, logged and committed first: nothing waits in the database while the PDF is drawn.
      const content = await transact(c.get('entry'), db => packFor(db, id(c), asked))
      const headers = fileHeaders({ type: 'application/pdf', name: `${content.title}.pdf`, save: true })
      return new Response(new Uint8Array(await makePdf(content)), { headers })
    },
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function packFor(db: Db, caseId: string, { parts: asked, safe, recipient }: z.output<typeof newPack>) {
  const head = await findCaseHead(db, caseId)
  const parts = packParts.map(part => part.value).filter(part => asked.includes(part))
  const known = await listSafeContacts(db, head.id)
  const goes = (one: Kept) => !one.restricted && (Boolean(safe) || one.category !== 'safe address')
  const entries = parts.includes('chronology') ? (await listEntries(db, head.id, {}, mostEntries)).slice(0, mostEntries).filter(goes) : []
  const { name, agencyName } = await findLetterhead(db)
  const [plan, documents] = [await readForPack(db, head.id), (await listDocuments(db, head.id)).filter(goes)]
  const tasks = plan.tasks.filter(goes)
  const look = { kind: 'export', subjectId: head.id, caseId: head.id, words: `pack: ${parts.join(', ')}` } as const
  // To whom what is safe goes is for those who may know what is safe, on its side: the name of a refuge tells as much as its address.
  const kept = [...known, ...[...entries, ...tasks, ...documents].filter(one => one.category === 'safe address')]
  const sides = safe ? sidesOf(kept) : []
  const sent = { ...look, words: `${look.words}, with safe addresses and numbers, for ${recipient}` }
  await seenTogether(db, [look, ...sides.map(side => ({ ...sent, mark: { side, category: 'safe address' } }))])
  // Of one side only, when its maker works no other: those of another are not told who that is.
  await record(db, 'pack_made', { caseId: head.id, mark: { side: onlySide(head), category: null } })
  return packContent({
    head,
    parts,
    plan: { ...plan, tasks },
    entries,
    documents,
    safe: safe ? [] : known,
    by: { name, agencyName },
    now: new Date(),
  })
}

/** What is restricted to named readers never leaves on paper, which anybody may read; what must stay safe, only for one recipient. */
type Kept = { restricted?: boolean; category: string | null }

/** The sides that some rows are of; everybody's, when none of them is of one. */
function sidesOf(rows: { side: string | null }[]): (string | null)[] {
  const sides = [...new Set(rows.map(row => row.side))]
  return sides.length > 1 ? sides.filter(side => side !== null) : sides
}
