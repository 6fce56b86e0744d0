/** Addresses where documents are made and printed: scans, letters, the case pack. HTTP only. */
import { type Context, Hono } from 'hono'
import { type Db, transact } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findCaseHead, mayAdd } from '../cases/index.ts'
import { listEntries } from '../chronology/index.ts'
import { addDocument } from './commands.ts'
import { newLetter, newScan, type PackPart, packParts } from './inputs.ts'
import { documentLink } from './links.ts'
import { findDocument, listDocuments, readForPack } from './queries.ts'
import { refusing } from './refusing.ts'
import { receiveScan, storeLetter } from './store.ts'
import { textOf } from './text.ts'
import { ChoosePackPage, PackPage, PrintLetterPage } from './views/print-pages.tsx'
import { LetterPage, ScanPage } from './views/writing-pages.tsx'

export const writing = new Hono<Kith>()

writing.get('/cases/:id/scans/new', c => read(c, async db => <ScanPage head={await look(db, id(c))} />))

writing.post('/cases/:id/scans/new', c =>
  refusing(
    invalid => read(c, async db => <ScanPage head={await look(db, id(c))} refused={invalid} />, 422),
    async () => {
      const { input, file } = await receiveScan(c, newScan, id(c))
      return write(c, async db => documentLink(await addDocument(db, id(c), input, file)))
    },
  ),
)

writing.get('/cases/:id/letters/new', c => read(c, async db => <LetterPage head={await look(db, id(c))} />))

writing.post('/cases/:id/letters/new', c =>
  refusing(
    invalid => letterAgain(c, invalid),
    async () => {
      await transact(c.get('entry'), db => mayAdd(db, id(c)))
      const input = await parse(c, newLetter)
      const file = await transact(c.get('entry'), db => storeLetter(db, id(c), input))
      return write(c, async db => documentLink(await addDocument(db, id(c), { title: input.title, kind: 'Letter' }, file)))
    },
  ),
)

writing.get('/documents/:id/letter', c =>
  read(c, async db => {
    const found = await findDocument(db, id(c))
    const text = found.versions[0] && (await textOf(found.versions[0]))
    if (text === undefined) throw new NotFound('Not found.')
    await seen(db, 'print', found.id, { caseId: found.caseId, words: 'letter' })
    return <PrintLetterPage id={found.id} head={await findCaseHead(db, found.caseId)} title={found.title} text={text} />
  }),
)

writing.get('/cases/:id/pack', c => read(c, async db => <ChoosePackPage head={await look(db, id(c))} />))

writing.get('/cases/:id/pack/print', c =>
  read(c, async db => {
    const head = await findCaseHead(db, id(c))
    const parts = partsOf(c)
    await seen(db, 'print', head.id, { caseId: head.id, words: `pack: ${parts.join(', ')}` })
    const entries = parts.includes('chronology') ? (await listEntries(db, head.id, {}, 500)).slice(0, 500) : []
    return (
      <PackPage
        head={head}
        parts={parts}
        plan={await readForPack(db, head.id)}
        entries={entries}
        documents={await listDocuments(db, head.id)}
        now={new Date()}
        by={db.actor.name}
      />
    )
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''
const letterAgain = (c: Context<Kith>, invalid: Invalid) =>
  read(c, async db => <LetterPage head={await look(db, id(c))} refused={invalid} />, 422)

function partsOf(c: Context): PackPart[] {
  const asked = c.req.queries('part') ?? []
  return packParts.map(part => part.value).filter(part => asked.includes(part))
}

async function look(db: Db, caseId: string) {
  const head = await findCaseHead(db, caseId)
  await seen(db, 'case', head.id, { caseId: head.id })
  return head
}
