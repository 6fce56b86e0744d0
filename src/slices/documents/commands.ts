/** What workers do with documents. Bytes are in the store before any of this runs; here they become part of a case. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import type { Stored } from '../../platform/files.ts'
import { markIn } from '../cases/index.ts'
import { nameReaders } from '../readers/index.ts'
import type { NewDocument } from './inputs.ts'
import { cleanName, titleFrom } from './names.ts'
import { findDocument } from './queries.ts'

/** A stored file with the name it came under. */
export type Received = Stored & { name: string }

/** Adds each file to the case as a document of its own, and gives back their ids. With several, a typed title is numbered. */
export async function addDocuments(db: Db, caseId: string, { title, ...rest }: NewDocument, files: Received[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, file] of files.entries()) {
    const several = title && files.length > 1 ? `${title.slice(0, 190)} (${index + 1})` : title
    ids.push(await addDocument(db, caseId, { ...rest, title: several || titleFrom(cleanName(file.name)) }, file))
  }
  return ids
}

/** Adds a document with its first version: the original. */
export async function addDocument(db: Db, caseId: string, input: NewDocument, file: Received): Promise<string> {
  const id = newId()
  const { title, kind } = input
  const mark = { ...(await markIn(db, caseId, input)), restricted: input.restricted === 'yes' }
  const { side, category, restricted } = mark
  await db
    .insertInto('documents')
    .values({ id, caseId, title, kind, side, category, restricted, createdBy: db.actor.workerId, agencyId: db.actor.agencyId })
    .execute()
  if (restricted) await nameReaders(db, { id, caseId, mark }, input)
  await addFile(db, { documentId: id, caseId, number: 1, note: '' }, file)
  await record(db, 'document_added', { caseId, subjectId: id, mark })
  return id
}

/** Adds the next version of a document; the versions before it stay. */
export async function addVersion(db: Db, documentId: string, note: string, file: Received): Promise<number> {
  // Of two workers who add a version at once, the second waits for the first and gets the number after it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${documentId}, 0))`.execute(db)
  const found = await findDocument(db, documentId)
  const { caseId, versions } = found
  const number = (versions[0]?.number ?? 0) + 1
  await addFile(db, { documentId, caseId, number, note }, file)
  await record(db, 'version_added', { caseId, subjectId: documentId, mark: found })
  return number
}

async function addFile(
  db: Db,
  version: { documentId: string; caseId: string; number: number; note: string },
  { sha256, size, type, name }: Received,
): Promise<void> {
  const fileId = newId()
  await db
    .insertInto('files')
    .values({ id: fileId, sha256, size, type, name: cleanName(name), caseId: version.caseId, storedBy: db.actor.workerId })
    .execute()
  await db
    .insertInto('documentVersions')
    .values({ id: newId(), fileId, ...version, addedBy: db.actor.workerId })
    .execute()
}
