// Work as the database's owner, with the rules lifted from named tables: for what comes before there is anybody to ask.
import pg from 'pg'

/** Runs one statement in the owner's transaction. */
export type Query = pg.Client['query']

/**
 * Runs SQL in one transaction as the owner; the rules of the named tables stand again when it commits or fails.
 * @example await asOwner(ownerUrl, ['agencies'], query => query('insert into agencies …', [id]))
 */
export async function asOwner<T>(ownerUrl: string, tables: readonly string[], work: (query: Query) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith owner' })
  client.on('error', () => {})
  await client.connect()
  const force = (how: string) =>
    client.query(tables.map(table => `alter table ${pg.escapeIdentifier(table)} ${how} row level security`).join(';'))
  try {
    await client.query('begin')
    await force('no force')
    const result = await work(client.query.bind(client) as Query)
    await force('force')
    await client.query('commit')
    return result
  } finally {
    // An unfinished transaction is rolled back with its connection, and the rules with it.
    await client.end()
  }
}
