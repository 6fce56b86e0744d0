/** Keeps safe addresses and numbers out of a letter unless its writer chooses one for its recipient. */
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { listSafeContacts, type SafeContact, safeIn } from '../cases/index.ts'
import type { NewLetter } from './inputs.ts'

type Words = Partial<Record<'to' | 'title' | 'greeting' | 'body', unknown>>

/** The safe addresses and numbers that stand in a letter. */
export async function listHeld(db: Db, caseId: string, { to, title, greeting, body }: Words): Promise<SafeContact[]> {
  return safeIn([to, title, greeting, body].join('\n'), await listSafeContacts(db, caseId))
}

/**
 * Gives what a letter holds; throws Invalid when one of them was not chosen, or stands in the title, which is seen in lists.
 * @example const held = await chosenIn(db, caseId, input)
 */
export async function chosenIn(db: Db, caseId: string, input: NewLetter): Promise<SafeContact[]> {
  const held = await listHeld(db, caseId, input)
  if (safeIn(input.title, held).length > 0) throw new Invalid({ title: 'Leave the safe address or number out of the title.' }, input)
  if (held.some(one => !input.safe.includes(one.id)))
    throw new Invalid({ safe: 'Take this out of the letter, or tick it to send it to this one recipient.' }, input)
  return held
}
