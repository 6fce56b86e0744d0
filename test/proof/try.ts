/** Tries what workers want to do, by such statements as Kith sends for it, and leaves nothing behind. */
import { hash } from 'node:crypto'
import pg from 'pg'
import { enter } from './ask.ts'
import { statementFor } from './statements.ts'
import type { Deed, World } from './world.ts'

/** Which deeds PostgreSQL let happen: no refusal, and at least one row touched. */
export async function happens(client: pg.ClientBase, world: World): Promise<boolean[]> {
  await client.query('savepoint deeds')
  return Promise.all(world.deeds.map(deed => tries(client, world, deed)))
}

/** A deed is tried through the same door as every request, and undone. All is sent at once; PostgreSQL answers in turn. */
async function tries(client: pg.ClientBase, world: World, deed: Deed): Promise<boolean> {
  const { statement, given } = statementFor(world, deed)
  const entering = enter(client, deed.by)
  const doing = client.query({ name: hash('sha1', statement), text: statement, values: given })
  const undoing = client.query('rollback to savepoint deeds')
  await Promise.allSettled([entering, doing, undoing])
  return (await entering) && doing.then(({ rowCount }) => rowCount !== 0, isLetPass)
}

/** Where a row like it stands already, a rule had let it pass. */
function isLetPass(error: unknown): boolean {
  const code = error instanceof pg.DatabaseError ? error.code : undefined
  if (code === insufficientPrivilege || code === foreignKeyViolation) return false
  if (code === uniqueViolation) return true
  throw error
}

const insufficientPrivilege = '42501'
const foreignKeyViolation = '23503'
const uniqueViolation = '23505'
