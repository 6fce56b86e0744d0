/** Accounts as the demonstration has them. */
import { sql } from 'kysely'
import { authDb } from '../src/platform/auth-db.ts'

/**
 * Gives workers an account of the demonstration: one without a password, so that no other door opens to it.
 * @example await makeDemonstrationAccounts([cast.tom])
 */
export async function makeDemonstrationAccounts(workerIds: string[]): Promise<void> {
  for (const workerId of workerIds) {
    await sql`select begin_account(${workerId})`.execute(authDb())
    await authDb().updateTable('users').set({ demonstration: true }).where('workerId', '=', workerId).execute()
  }
}
