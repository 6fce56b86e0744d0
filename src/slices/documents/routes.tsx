/** Addresses of documents and their files. HTTP only. */
import { type Context, Hono } from 'hono'
import { config } from '../../platform/config.ts'
import type { Db } from '../../platform/db.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findCaseHead, lookAtCase } from '../cases/index.ts'
import { listFound } from '../readers/index.ts'
import { addDocuments, addVersion } from './commands.ts'
import { fileLook } from './file-looks.ts'
import { canBeShown, fileHeaders, fileResponse } from './headers.ts'
import { newDocument, newVersion } from './inputs.ts'
import { documentLink, documentsLink } from './links.ts'
import { findDocument, findFile, listDocuments } from './queries.ts'
import { openForWorker, whyShut } from './open.ts'
import { receive, type Upload } from './receive.ts'
import { refusing } from './refusing.ts'
import { textOf } from './text.ts'
import { DocumentPage } from './views/document-page.tsx'
import { DocumentsPage } from './views/documents-page.tsx'

export const documents = new Hono<Kith>()

documents.get('/cases/:id/documents', c => read(c, db => documentsPage(db, id(c))))

documents.post('/cases/:id/documents', c =>
  refusing(
    invalid => documentsPageAgain(c, invalid),
    async () => {
      const upload = await receive(c, newDocument, async () => id(c))
      return write(c, async db => {
        await addDocuments(db, id(c), upload.input, upload.files)
        return documentsLink(id(c))
      }).then(done => (upload.refused.length > 0 ? documentsPageAgain(c, someRefused(upload)) : done))
    },
  ),
)

documents.get('/documents/:id', c => read(c, db => documentPage(db, id(c), Number(c.req.query('version')))))

documents.post('/documents/:id/versions', c =>
  refusing(
    invalid => read(c, db => documentPage(db, id(c), 0, invalid), 422),
    async () => {
      const { input, files } = await receive(c, newVersion, async db => (await findDocument(db, id(c))).caseId)
      return write(c, async db => {
        for (const file of files.slice(0, 1)) await addVersion(db, id(c), input.note, file)
        return documentLink(id(c))
      })
    },
  ),
)

documents.get('/documents/:id/versions/:number/file', c =>
  read(c, async db => {
    const found = await findFile(db, id(c), wholeNumber(c.req.param('number')))
    // What a browser cannot show it saves, whatever was asked for.
    const save = c.req.query('save') !== undefined || !canBeShown(found.type)
    await seen(db, save ? 'download' : 'document', id(c), {
      caseId: found.caseId,
      words: fileLook(found.number, save),
      mark: found,
    })
    return fileResponse(await openForWorker(found.sha256), fileHeaders({ ...found, save }), c.req.header('range'))
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function documentsPage(db: Db, caseId: string, invalid?: Invalid) {
  const head = await lookAtCase(db, caseId)
  const found = await listFound(db, head.id, invalid?.values)
  return <DocumentsPage {...{ head, found }} documents={await listDocuments(db, head.id)} most={config().uploadBytes} refused={invalid} />
}

const documentsPageAgain = (c: Context<Kith>, invalid: Invalid) => read(c, db => documentsPage(db, id(c), invalid), 422)

async function documentPage(db: Db, documentId: string, number: number, invalid?: Invalid) {
  const found = await findDocument(db, documentId)
  const shown = found.versions.find(version => version.number === number) ?? found.versions[0]
  if (!shown) throw new NotFound('Not found.')
  await seen(db, 'document', found.id, { caseId: found.caseId, words: `version ${shown.number}`, mark: found })
  const head = await findCaseHead(db, found.caseId)
  const shut = await whyShut(shown.sha256)
  return <DocumentPage {...{ head, found, shown, shut }} text={shut ? undefined : await textOf(shown)} refused={invalid} />
}

/** Some files were added and some were not: the page says which, and that pressing again does not add the others twice. */
function someRefused({ files, refused }: Upload<unknown>): Invalid {
  const added = files.length === 1 ? 'One file was added.' : `${files.length} files were added.`
  return new Invalid({ files: `${added} ${refused.join(' ')}` })
}

function wholeNumber(text: string | undefined): number {
  if (!/^[1-9]\d{0,5}$/.test(text ?? '')) throw new NotFound('Not found.')
  return Number(text)
}
