/** Addresses where documents are made: scans, and letters that were kept as plain words. HTTP only. */
import { type Context, Hono } from 'hono'
import { NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findCaseHead, lookAtCase, mayAdd } from '../cases/index.ts'
import { listFound } from '../readers/index.ts'
import { addDocument } from './commands.ts'
import { newScan } from './inputs.ts'
import { letters } from './letter-routes.tsx'
import { documentLink } from './links.ts'
import { packs } from './pack-routes.tsx'
import { findDocument } from './queries.ts'
import { refusing } from './refusing.ts'
import { receiveScan } from './store.ts'
import { textOf } from './text.ts'
import { PrintLetterPage } from './views/print-pages.tsx'
import { ScanPage } from './views/scan-page.tsx'

export const writing = new Hono<Kith>().route('/', letters).route('/', packs)

writing.get('/cases/:id/scans/new', c => read(c, async db => <ScanPage head={await lookAtCase(db, id(c), mayAdd)} />))

writing.post('/cases/:id/scans/new', c =>
  refusing(
    invalid =>
      read(
        c,
        async db => (
          <ScanPage head={await lookAtCase(db, id(c), mayAdd)} found={await listFound(db, id(c), invalid.values)} refused={invalid} />
        ),
        422,
      ),
    async () => {
      const { input, file } = await receiveScan(c, newScan, id(c))
      return write(c, async db => documentLink(await addDocument(db, id(c), input, file)))
    },
  ),
)

writing.get('/documents/:id/letter', c =>
  read(c, async db => {
    const found = await findDocument(db, id(c))
    const text = found.versions[0] && (await textOf(found.versions[0]))
    if (text === undefined) throw new NotFound('Not found.')
    await seen(db, 'print', found.id, { caseId: found.caseId, words: 'letter', mark: found })
    return <PrintLetterPage id={found.id} head={await findCaseHead(db, found.caseId)} title={found.title} text={text} />
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''
