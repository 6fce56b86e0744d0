// Forgets what sign-in no longer needs: ended sessions, old proofs, forms nobody came back for, tries of last quarter.
import { sql } from 'kysely'
import { authDb } from '../../platform/auth-db.ts'
import { errorFields, log } from '../../platform/log.ts'

/**
 * Removes what is over. Nothing that still opens or proves anything is touched.
 * @example await tidyAccounts()
 */
async function tidyAccounts(): Promise<void> {
  const db = authDb()
  await sql`delete from sessions where expires_at < now() or last_seen_at < now() - make_interval(mins => idle_minutes)`.execute(db)
  await sql`delete from verifications where expires_at < now()`.execute(db)
  await sql`delete from carried_forms where created_at < now() - interval '1 day'`.execute(db)
  await sql`delete from sign_in_attempts where at < now() - interval '90 days'`.execute(db)
}

/**
 * Tidies now and every hour; gives what ends it.
 * @example const stop = tidyHourly()
 */
export function tidyHourly(): () => void {
  const tidy = () => tidyAccounts().catch(error => log.warn('accounts not tidied', errorFields(error)))
  void tidy()
  const timer = setInterval(tidy, 3_600_000)
  timer.unref()
  return () => clearInterval(timer)
}
