/** Brings an agency's people in from a file: in batches, each all or nothing, and nobody twice. */
import { sql } from 'kysely'
import { asWorker, type Db, newId } from '../../platform/db.ts'
import type { CsvRow } from '../../platform/csv.ts'
import { record } from '../../platform/events.ts'
import { askAboutAll } from '../matching/index.ts'
import { isoDay } from '../../ui/index.ts'
import type { ImportMap } from './import-map.ts'
import { type ImportedPerson, readRow } from './import-row.ts'

export interface ImportOptions {
  worker: string
  map: ImportMap
  columns: number
  /** Where the people come from, kept as the source of their addresses. */
  source: string
  dryRun: boolean
  refused: (row: number, reason: string) => void
}

export interface ImportCounts {
  read: number
  added: number
  already: number
  refused: number
  /** Pairs that may be one person, kept for a human to look at. */
  alike: number
}

const batchSize = 500

/**
 * Reads rows into people on the worker's agency's own list. Safe to run twice: whoever is there already is left as they are.
 * @example const counts = await importPeople(rows, { worker, map, columns: 11, source: 'people.csv', dryRun: false, refused: console.log })
 */
export async function importPeople(rows: AsyncIterable<CsvRow>, options: ImportOptions): Promise<ImportCounts> {
  const counts: ImportCounts = { read: 0, added: 0, already: 0, refused: 0, alike: 0 }
  const firstRows = new Map<string, number>()
  const refuse = (row: number, reason: string) => {
    counts.refused++
    options.refused(row, reason)
  }
  let batch: ImportedPerson[] = []
  const flush = async () => {
    const { added, already, alike } = await addBatch(batch, options)
    counts.added += added
    counts.already += already
    counts.alike += alike
    batch = []
  }
  for await (const row of rows) {
    counts.read++
    const person =
      row.cells.length > options.columns
        ? `it has ${row.cells.length} columns where the heading has ${options.columns}`
        : readRow(row, options.map, isoDay(new Date()))
    if (typeof person === 'string') refuse(row.row, person)
    else if (firstRows.has(person.reference))
      refuse(
        row.row,
        `it ${person.reference.startsWith('row ') ? 'says the same as' : `has the same reference (${person.reference}) as`} row ${firstRows.get(person.reference)}`,
      )
    else {
      firstRows.set(person.reference, person.row)
      batch.push(person)
      if (batch.length >= batchSize) await flush()
    }
  }
  await flush()
  return counts
}

/** One transaction: the whole batch is added, or none of it. */
async function addBatch(
  batch: ImportedPerson[],
  { worker, source, dryRun }: ImportOptions,
): Promise<Omit<ImportCounts, 'read' | 'refused'>> {
  if (batch.length === 0) return { added: 0, already: 0, alike: 0 }
  return asWorker(worker, async db => {
    const there = await db
      .selectFrom('people')
      .select('sourceReference')
      .where('heldBy', '=', db.actor.agencyId)
      .where(
        'sourceReference',
        'in',
        batch.map(one => one.reference),
      )
      .execute()
    const known = new Set(there.map(row => row.sourceReference))
    const fresh = batch.filter(one => !known.has(one.reference)).map(one => ({ id: newId(), ...one }))
    if (!dryRun && fresh.length > 0) await insertAll(db, fresh, source)
    const alike =
      dryRun || fresh.length === 0
        ? 0
        : await askAboutAll(
            db,
            fresh.map(one => one.id),
          )
    return { added: fresh.length, already: batch.length - fresh.length, alike }
  })
}

type Fresh = ImportedPerson & { id: string }

/** Each table is filled by one statement whose text never changes, so that it is planned once and files for search once. */
async function insertAll(db: Db, fresh: Fresh[], source: string): Promise<void> {
  const { agencyId, workerId } = db.actor
  await sql`insert into people (id, held_by, source_reference, given_name, family_name, gender, born_on, born_precision, created_by)
    select id, ${agencyId}::uuid, reference, "givenName", "familyName", gender, "bornOn", "bornPrecision", ${workerId}::uuid
    from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as row(id uuid, reference text, "givenName" text, "familyName" text, gender text, "bornOn" date, "bornPrecision" text)`.execute(
    db,
  )
  const contacts = fresh.flatMap(one => one.contacts.map(contact => ({ id: newId(), person: one.id, ...contact })))
  if (contacts.length > 0) {
    await sql`insert into person_contacts (id, person_id, side, kind, value, postcode, source, recorded_by)
      select id, person, null, kind, value, postcode, ${source.slice(0, 200)}, ${workerId}::uuid
      from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) as row(id uuid, person uuid, kind text, value text, postcode text)`.execute(
      db,
    )
  }
  const names = fresh.filter(one => one.otherName).map(one => ({ id: newId(), person: one.id, name: one.otherName }))
  if (names.length > 0) {
    await sql`insert into person_names (id, person_id, side, kind, name, recorded_by) select id, person, null, 'alias', name, ${workerId}::uuid
      from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as row(id uuid, person uuid, name text)`.execute(db)
  }
  await record(db, 'people_imported', { detail: { count: fresh.length } })
}
