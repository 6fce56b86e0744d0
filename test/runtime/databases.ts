// Databases of their own on the PostgreSQL of the test run, empty, for Kith to be brought to.
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** An empty database, for its owner; and how to be rid of it. */
export async function newDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `outside_${randomUUID().replaceAll('-', '')}`
  await ask(inject('serverUrl'), `create database ${name}`)
  return {
    url: Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href,
    drop: async () => void (await ask(inject('serverUrl'), `drop database ${name}`)),
  }
}

/** What one statement answers. */
export async function ask(connectionString: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
