// Checks a PostgreSQL that Kith did not bring along, before anything is changed in it.
import pg from 'pg'
import { reasonOf } from './disk.ts'
import { Stop } from './stop.ts'

const oldest = 18

/**
 * Throws a Stop with one sentence when the database of KITH_DATABASE_URL cannot serve Kith.
 * @example await checkOutsideDatabase('postgres://kith:…@db.example.org/kith')
 */
export async function checkOutsideDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
  } catch (error) {
    throw new Stop(`KITH_DATABASE_URL does not lead to a database: ${reach(error)}.`)
  }
  try {
    checkAnswer((await client.query<Answer>(question)).rows[0])
  } finally {
    await client.end()
  }
}

interface Answer {
  version: number
  owns: boolean
  makesRoles: boolean
}

const question = `select current_setting('server_version_num')::int / 10000 as version,
  pg_has_role(datdba, 'usage') as owns, (rolcreaterole or rolsuper) as "makesRoles"
  from pg_database, pg_roles where datname = current_database() and rolname = current_user`

function checkAnswer(answer: Answer | undefined): void {
  if (!answer) throw new Stop('KITH_DATABASE_URL does not lead to a database.')
  if (answer.version < oldest) throw new Stop(`KITH_DATABASE_URL leads to PostgreSQL ${answer.version}: Kith needs ${oldest} or newer.`)
  if (!answer.owns) throw new Stop('The user of KITH_DATABASE_URL does not own that database: name its owner.')
  if (!answer.makesRoles) throw new Stop('The user of KITH_DATABASE_URL may not create roles: give it CREATEROLE.')
}

const reasons: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'there is no machine of that name',
  ENOENT: 'there is no such socket',
  ETIMEDOUT: 'the machine does not answer',
  '28P01': 'the name or the password is wrong',
  '28000': 'that user may not come in',
  '3D000': 'there is no database of that name',
  '53300': 'it has no connection left',
}

function reach(error: unknown): string {
  const code = reasonOf(error)
  return (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error))
}
