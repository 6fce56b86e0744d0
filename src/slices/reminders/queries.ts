/** Reads of reminders: what a worker chose. */
import type { Db } from '../../platform/db.ts'
import { everyKind, type ReminderKind } from './kinds.ts'

/** What the worker wants to be reminded of: everything, until they have chosen. */
export async function findChosenKinds(db: Db): Promise<readonly ReminderKind[]> {
  const chosen = await db.selectFrom('reminderChoices').select('kinds').where('workerId', '=', db.actor.workerId).executeTakeFirst()
  return (chosen?.kinds as ReminderKind[] | undefined) ?? everyKind
}
