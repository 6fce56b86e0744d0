/** What writes a new person down: steps of several commands, each of which records its own event. */
import { type Db, newId } from '../../platform/db.ts'
import type { NewPerson } from './inputs.ts'

/** Adds a person; it is for the caller to put them in a case when they are on nobody's list. */
export async function addPerson(
  db: Db,
  { givenName, familyName, gender, born }: Pick<NewPerson, 'givenName' | 'familyName' | 'gender' | 'born'>,
  heldBy: string | null,
): Promise<string> {
  const id = newId()
  await db
    .insertInto('people')
    .values({
      id,
      heldBy,
      givenName,
      familyName,
      gender,
      bornOn: born?.on ?? null,
      bornPrecision: born?.precision ?? 'day',
      createdBy: db.actor.workerId,
    })
    .execute()
  return id
}

/** Records what was typed together with a new person: learnt in the case they were added to, so that other cases do not show it. */
export async function learnAtFirst(
  db: Db,
  personId: string,
  caseId: string | null,
  { otherName, phone, address, postcode }: NewPerson,
  side: string | null = null,
): Promise<void> {
  const fact = () => ({ id: newId(), personId, caseId, side, recordedBy: db.actor.workerId })
  if (otherName)
    await db
      .insertInto('personNames')
      .values({ ...fact(), kind: 'alias', name: otherName })
      .execute()
  if (phone)
    await db
      .insertInto('personContacts')
      .values({ ...fact(), kind: /^(\+44|0)\s*7/.test(phone) ? 'mobile' : 'phone', value: phone })
      .execute()
  if (address || postcode)
    await db
      .insertInto('personContacts')
      .values({ ...fact(), kind: 'address', value: address || postcode, postcode })
      .execute()
}
