/** Starts one real PostgreSQL for the whole test run, with a migrated database and the cast, which each test file copies. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { log, setLogLevel } from '../src/platform/log.ts'
import { migrate } from '../src/platform/migrate.ts'
import { openPostgres } from '../src/platform/postgres.ts'
import { addCast } from './cast.ts'
import { testSecret } from './secret.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** For the owner of every test database, by way of a database that no test uses. */
    serverUrl: string
  }
}

export default async function setup(project: TestProject) {
  setLogLevel('error')
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-test-'))
  // Root's PostgreSQL runs as nobody, who must be able to pass.
  chmodSync(dataDir, 0o711)
  const postgres = await openPostgres({ dataDir, log, durable: false, say: () => {} })
  await migrate(postgres.url, testSecret)
  await addCast(postgres.url)
  const serverUrl = Object.assign(new URL(postgres.url), { pathname: '/postgres' }).href
  await closeTemplate(serverUrl)
  project.provide('serverUrl', serverUrl)
  return async () => {
    await postgres.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** PostgreSQL copies no database that somebody is connected to: a test that took the template for its own would fail another file, now and then. */
async function closeTemplate(serverUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query('alter database kith allow_connections false').finally(() => client.end())
}
