/** Tries one statement with the rights of a database role that no worker has: the rules', sign-in's, a system actor's. */
import pg from 'pg'

/**
 * How many rows the role sees or touches; 'refused' when it may not. Always undone.
 * @example expect(await roleMay(database, 'kith_sealing', 'select from audit_seals')).toBe(1)
 */
export async function roleMay(
  own: { ownerUrl: string },
  role: string,
  statement: string,
  values: unknown[] = [],
): Promise<number | 'refused'> {
  const client = new pg.Client({ connectionString: own.ownerUrl })
  await client.connect()
  try {
    await client.query(`begin; set local role ${role}`)
    return (await client.query(statement, values)).rowCount ?? 0
  } catch (error) {
    if ((error as pg.DatabaseError).code === insufficientPrivilege) return 'refused'
    throw error
  } finally {
    await client.end()
  }
}

const insufficientPrivilege = '42501'
