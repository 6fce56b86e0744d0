// Leaves a trace of what was done on the command line, where nobody is signed in.
import { hostname, userInfo } from 'node:os'
import pg from 'pg'

/**
 * Records a deed of whoever has the machine: their name there stands where a worker's device would.
 * @example await recordHere(ownerUrl, 'backup_made')
 */
export async function recordHere(ownerUrl: string, kind: string, detail: Record<string, string | number> = {}): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith record' })
  client.on('error', () => {})
  await client.connect()
  try {
    // A database that was not brought to this version of Kith yet can be backed up all the same.
    const known = await client.query(`select from pg_proc where proname = 'record_unsigned'`)
    if (known.rowCount === 0) return
    await client.query('select record_unsigned($1, $2, null, null, $3, $4)', [kind, detail, ...here()])
  } finally {
    await client.end()
  }
}

/**
 * What stands where a worker's address and device would: the machine, and who typed there.
 * @example here() // ['casework-1', 'command line, root']
 */
export const here = (): [address: string, device: string] => [hostname().slice(0, 64), `command line, ${userInfo().username}`.slice(0, 64)]
