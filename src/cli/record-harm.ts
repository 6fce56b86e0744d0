// Finds the documents that a stored file is in, and records for their readers that harm was found in it.
import pg from 'pg'
import { here } from './record-here.ts'

export interface Place {
  documentId: string
  number: number
}

/**
 * The versions of documents whose file this is.
 * @example await placesOf(ownerUrl, sha256) // [{ documentId: '0199…', number: 2 }]
 */
export const placesOf = (ownerUrl: string, sha256: string): Promise<Place[]> => inOrder(ownerUrl, client => find(client, sha256))

/**
 * Records a virus in each case that has the file, under its document's mark, and for the agency that brought it in, in nobody's name; gives the versions.
 * @example await recordHarm(ownerUrl, sha256, 'Win.Test.EICAR_HDB-1')
 */
export function recordHarm(ownerUrl: string, sha256: string, found: string, kind = 'virus_found'): Promise<Place[]> {
  return inOrder(ownerUrl, async client => {
    const places = await find(client, sha256)
    await client.query('set local role kith_rules')
    for (const { documentId, number, caseId, agencyId, side, category, restricted } of places)
      await client.query(
        `insert into events (kind, subject_id, detail, case_id, agency_id, side, category, restricted, address, device)
        values ($1, $2, $3, $4, null, $5, $6, $7, $9, $10), ($1, $2, $3, null, $8, null, null, false, $9, $10)`,
        [kind, documentId, { version: number, found }, caseId, side, category, restricted, agencyId, ...here()],
      )
    return places
  })
}

interface Found extends Place {
  caseId: string
  agencyId: string
  side: string | null
  category: string | null
  restricted: boolean
}

/** As the role of backups, which reads everything and writes nothing. */
async function find(client: pg.Client, sha256: string): Promise<Found[]> {
  await client.query('set local role kith_backup')
  const { rows } = await client.query<Found>(
    `select v.document_id as "documentId", v.number, v.case_id as "caseId", w.agency_id as "agencyId", d.side, d.category, d.restricted
    from files f join document_versions v on v.file_id = f.id join documents d on d.id = v.document_id join workers w on w.id = v.added_by
    where f.sha256 = $1 order by v.document_id, v.number`,
    [sha256],
  )
  return rows
}

async function inOrder<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith record' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin')
    const done = await work(client)
    await client.query('commit')
    return done
  } finally {
    // What was not committed goes with its connection.
    await client.end()
  }
}
