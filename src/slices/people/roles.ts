/** How people, organisations, vehicles and groups come into a case and leave it again. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Forbidden, Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { mayChange } from '../../platform/may-change.ts'
import { programmeOf } from '../../programmes/index.ts'
import { type CaseHead, findCaseHead, markIn, sidesOfRoles } from '../cases/index.ts'
import { askAboutAll } from '../matching/index.ts'
import { learnNeed } from './facts.ts'
import type { CaseLink, FoundPerson, NewObject, NewPerson } from './inputs.ts'
import { addPerson, learnAtFirst } from './new-person.ts'

/** Puts a person whom the worker can see into a case, in one role or several. */
export async function joinCase(
  db: Db,
  caseId: string,
  personId: string,
  { roles, basis, side }: CaseLink,
  kind: 'person_joined' | 'person_found' = 'person_joined',
): Promise<void> {
  const head = await findCaseHead(db, caseId)
  checkRoles(head, roles)
  const has = await db
    .selectFrom('casePeople')
    .select(['role', 'side'])
    .where('caseId', '=', caseId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .execute()
  const held = roles.filter(role => has.some(row => row.role === role))
  if (held.length > 0)
    throw new Invalid(
      { roles: `They already have the role ${held.join(' and ')} in this case. Choose another, or go back.` },
      { roles, basis, person: personId },
    )
  const sides = sidesOfRoles(
    head,
    roles,
    side,
    has.map(row => row.side),
  )
  const parts = roles.map((role, at) => ({ role, side: sides[at] ?? null }))
  await db
    .insertInto('casePeople')
    .values(parts.map(part => ({ id: newId(), caseId, personId, ...part, basis, addedBy: db.actor.workerId })))
    .execute()
  for (const { role, side } of parts) await record(db, kind, { caseId, subjectId: personId, detail: { role }, mark: { ...tied, side } })
}

/** Adds a person nobody has recorded yet, and puts them into the case. */
export async function joinCaseAsNew(db: Db, caseId: string, { roles, basis, side, ...person }: NewPerson & CaseLink): Promise<string> {
  const id = await addPerson(db, person, null)
  await joinCase(db, caseId, id, { roles, basis, side })
  const head = await findCaseHead(db, caseId)
  // What is known of somebody belongs to the side that they are on, whichever of their roles was ticked first.
  const sides = sidesOfRoles(head, roles, side)
  await learnAtFirst(db, id, caseId, person, sides.find(one => one !== null) ?? null)
  return id
}

/** Adds somebody found on the spot: a name when there is one, else what can be seen. */
export async function recordFound(db: Db, caseId: string, { name, who, born, language, ...link }: FoundPerson): Promise<string> {
  const id = await addPerson(db, { ...splitName(name || `Unknown ${who}`, !name), born, gender: '' }, null)
  await joinCase(db, caseId, id, link, 'person_found')
  if (language) await learnNeed(db, id, { caseId, kind: 'language', detail: language })
  // On the spot nobody is asked; who it may be is looked at afterwards.
  await askAboutAll(db, [id])
  return id
}

/** Ends a person's role in a case, and says why. The record that they had it stays. */
export async function endRole(db: Db, caseId: string, linkId: string, endReason: string): Promise<void> {
  const ended = await db
    .updateTable('casePeople')
    .set({ endedAt: sql<Date>`now()`, endedBy: db.actor.workerId, endReason })
    .where('id', '=', linkId)
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .returning(['personId', 'role', 'side'])
    .executeTakeFirst()
  if (!ended) throw new Forbidden(notYours)
  await record(db, 'role_ended', { caseId, subjectId: ended.personId, detail: { role: ended.role }, mark: { ...tied, side: ended.side } })
}

/** Throws Forbidden when the worker may only read the side of the case that the role is on. */
export const mayEndRole = (db: Db, linkId: string): Promise<void> => mayChange(db, 'casePeople', linkId, notYours)

const notYours = 'Only those who work in this case can end a role in it.'

/** Puts an organisation, a vehicle or a group into a case. */
export async function addObject(db: Db, caseId: string, input: NewObject): Promise<void> {
  const [id, { side }] = [newId(), await markIn(db, caseId, input)]
  await db
    .insertInto('caseObjects')
    .values({ id, caseId, ...input, side, addedBy: db.actor.workerId })
    .execute()
  await record(db, 'object_joined', { caseId, subjectId: id, detail: { kind: input.kind }, mark: { ...tied, side } })
}

/** Ends the role of an organisation, a vehicle or a group in a case. */
export async function endObject(db: Db, caseId: string, id: string): Promise<void> {
  const ended = await db
    .updateTable('caseObjects')
    .set({ endedAt: sql<Date>`now()`, endedBy: db.actor.workerId })
    .where('id', '=', id)
    .where('caseId', '=', caseId)
    .where('endedAt', 'is', null)
    .returning(['kind', 'side'])
    .executeTakeFirst()
  if (!ended) throw new Forbidden(notYours)
  await record(db, 'object_ended', { caseId, subjectId: id, detail: { kind: ended.kind }, mark: { ...tied, side: ended.side } })
}

/**
 * A name typed in one box: what stands last is the family name. A description stays whole.
 * @example splitName('Mary Jane Watson') // { givenName: 'Mary Jane', familyName: 'Watson' }
 */
export function splitName(typed: string, whole = false): { givenName: string; familyName: string } {
  const words = typed.trim().split(/\s+/)
  const family = whole || words.length < 2 ? '' : (words.pop() ?? '')
  return { givenName: words.join(' ').slice(0, 100), familyName: family.slice(0, 100) }
}

const tied = { category: null, aboutPeople: true }

function checkRoles(head: CaseHead, roles: string[]): void {
  const known = programmeOf(head).personRoles
  if (!roles.every(role => known.includes(role))) throw new Invalid({ roles: 'Choose roles from the list.' })
}
