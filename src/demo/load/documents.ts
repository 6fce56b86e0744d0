// Stores the county's files as any upload would be, and makes the rows of its documents.
import { storeFile } from '../../platform/files.ts'
import { from } from '../must.ts'
import type { Case, County, Document, Slug } from '../shape.ts'
import { caseId, idOf, principal } from './ids.ts'
import { pdf } from './pdf.ts'
import { plan } from './picture.ts'
import { addRows, type Tables } from './rows.ts'
import { documentKind } from './words.ts'

export async function addDocuments(county: County, tables: Tables): Promise<void> {
  const agencyOf = new Map(county.workers.map(w => [w.slug, w.agency]))
  for (const told of county.cases) for (const document of told.documents) await addDocument(document, told, agencyOf, tables)
}

async function addDocument(document: Document, told: Case, agencyOf: Map<Slug, Slug>, tables: Tables): Promise<void> {
  const { slug, title, filename, addedBy, addedAt, sensitivity } = document
  const stored = await storeFile(only(bytesOf(document)), { limit: 1024 * 1024, name: filename })
  const [id, fileId] = [idOf('document', slug, addedAt), idOf('file', slug, addedAt)]
  const by = principal(addedBy)
  addRows(tables, 'files', [{ id: fileId, ...stored, name: filename, case_id: caseId(told.slug), stored_by: by, stored_at: addedAt }])
  addRows(tables, 'documents', [{ id, case_id: caseId(told.slug), title, kind: documentKind(title), category: sensitivity === 'sensitive' ? 'other' : null, created_by: by, agency_id: principal(from(agencyOf, addedBy)), created_at: addedAt }])
  addRows(tables, 'document_versions', [{ id: idOf('version', slug, addedAt), document_id: id, case_id: caseId(told.slug), number: 1, file_id: fileId, added_by: by, added_at: addedAt }])
}

function bytesOf({ type, title, content }: Document): Buffer {
  if (type === 'application/pdf') return pdf(title, content)
  return type === 'image/png' ? plan(content) : Buffer.from(`${content}\n`)
}

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
