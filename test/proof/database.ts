/** A test file's own database in which worlds are laid, asked about and thrown away. */
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { ownDatabase } from '../database.ts'
import { type Within, worldsThrough } from './within.ts'

/**
 * Call once at the top of a test file.
 * @example const { client, inWorld } = worldsOf()
 */
export function worldsOf(options?: { filed: boolean }) {
  const database = ownDatabase()
  let client: pg.Client
  let within: Within
  beforeAll(async () => {
    client = new pg.Client({ connectionString: database.ownerUrl, pipeline: true })
    await client.connect()
    within = await worldsThrough(client, options)
  })
  afterAll(() => client?.end())
  return { client: () => client, inWorld: ((of, work, before) => within(of, work, before)) as Within }
}
