/** A real, empty, migrated database for checks that read the catalogue. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { log, setLogLevel } from '../../src/platform/log.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { openPostgres } from '../../src/platform/postgres.ts'

/**
 * Runs work on a migrated database that is thrown away afterwards.
 * @example await onMigratedDatabase(async (client, url) => { … })
 */
export async function onMigratedDatabase<T>(work: (client: pg.Client, url: string) => Promise<T>): Promise<T> {
  setLogLevel('error')
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-check-'))
  // Root's PostgreSQL runs as nobody, who must be able to pass.
  chmodSync(dataDir, 0o711)
  const postgres = await openPostgres({ dataDir, log, durable: false, say: () => {} })
  const client = new pg.Client({ connectionString: postgres.url })
  try {
    await migrate(postgres.url, 'only for a check')
    await client.connect()
    return await work(client, postgres.url)
  } finally {
    await client.end()
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
