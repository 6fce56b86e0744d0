/** What a worker does about their reminders. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { record } from '../../platform/events.ts'
import type { ReminderKind } from './kinds.ts'

/**
 * Keeps what the worker wants to be reminded of; none means no e-mails.
 * @example await chooseReminders(db, ['today', 'late'])
 */
export async function chooseReminders(db: Db, kinds: readonly ReminderKind[]): Promise<void> {
  await db
    .insertInto('reminderChoices')
    .values({ workerId: db.actor.workerId, kinds: [...kinds] })
    .onConflict(conflict => conflict.column('workerId').doUpdateSet({ kinds: [...kinds], chosenAt: sql`now()` }))
    .execute()
  await record(db, 'reminders_chosen')
}
