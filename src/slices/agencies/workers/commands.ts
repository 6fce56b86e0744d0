/** Joiner, mover, leaver: what administrators do with workers. Access follows at the worker's next click. */
import { type RawBuilder, sql } from 'kysely'
import type { Role } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { Conflict, Forbidden, Invalid } from '../../../platform/errors.ts'
import { record, forEveryone } from '../../../platform/events.ts'
import { wordsOf } from '../../../platform/input.ts'
import { inviteWorker } from '../../accounts/index.ts'
import { addPrincipal, refusingTwins } from '../principals.ts'
import { joinTeam } from '../teams/commands.ts'
import type { AmendedWorker, GivenRoles, Handover, Move, NewWorker } from './inputs.ts'
import { findWorker, type LedCase, listLedCases, listLeftCases, listRolesOf } from './queries.ts'

/** Adds a worker with their roles and teams, invites them when asked to, and gives their id. */
export async function addWorker(db: Db, { agency, roles, teams, invite, ...input }: NewWorker): Promise<string> {
  const id = await addPrincipal(db, 'worker')
  await refusingTwins({ agency, roles, teams, ...input }, 'email', 'Somebody already uses this address. Each worker needs their own.', () =>
    db
      .insertInto('workers')
      .values({ id, agencyId: agency, ...input })
      .execute(),
  )
  await record(db, 'worker_joined', { subjectId: id, detail: { principal: id } })
  for (const role of roles) await giveRole(db, id, role)
  for (const team of teams) await joinTeam(db, team, id)
  if (invite) await inviteWorker(db, id)
  return id
}

/** Changes a worker's name, job title or telephone number. */
export async function amendWorker(db: Db, id: string, { version, ...change }: AmendedWorker): Promise<void> {
  const changed = await db
    .updateTable('workers')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Conflict('Somebody changed these details while you had them open.', await findWorker(db, id))
  await record(db, 'worker_amended', { subjectId: id, detail: { principal: id } })
}

/** Gives the roles that were ticked and takes those that were unticked; what a colleague changed meanwhile stays. */
export async function changeRoles(db: Db, id: string, { roles, shown }: GivenRoles): Promise<void> {
  const held = (await listRolesOf(db, id)).map(row => row.role as Role)
  for (const role of roles.filter(one => !shown.includes(one) && !held.includes(one))) await giveRole(db, id, role)
  for (const role of shown.filter(one => !roles.includes(one) && held.includes(one))) await takeRole(db, id, role)
}

/** Shuts a worker out at once, for the time being. What they lead stays theirs. */
export async function suspendWorker(db: Db, id: string): Promise<void> {
  await changeStanding(db, id, sql`suspended_at is null`, { suspendedAt: sql<Date>`now()` })
  await record(db, 'worker_suspended', { subjectId: id, detail: { principal: id } })
}

/** Lets a suspended worker back in. */
export async function resumeWorker(db: Db, id: string): Promise<void> {
  await changeStanding(db, id, sql`suspended_at is not null`, { suspendedAt: null })
  await record(db, 'worker_resumed', { subjectId: id, detail: { principal: id } })
}

/** Hands a worker's cases over and ends their access today: shares, seats, roles and sessions go with them. */
export async function letWorkerGo(db: Db, id: string, input: Handover): Promise<void> {
  await handOver(db, await listLedCases(db, await findWorker(db, id)), input)
  await changeStanding(db, id, sql`left_on is null`, { leftOn: sql<string>`current_date` })
  await record(db, 'worker_left', { subjectId: id, detail: { principal: id } })
}

/** Hands on what somebody who has left or moved still leads, because whoever let them go could not. */
export async function handOnLeft(db: Db, id: string, input: Handover): Promise<void> {
  const left = await listLeftCases(db, await findWorker(db, id))
  if (left.length === 0) throw new Forbidden('Only an administrator hands a case on, and nothing of theirs waits for you.')
  await handOver(db, left, input)
}

/** Lets a worker who had left come back to the same agency, without the shares, seats and roles of before. */
export async function takeWorkerBack(db: Db, id: string): Promise<void> {
  await changeStanding(db, id, sql`left_on is not null`, { leftOn: null })
  await record(db, 'worker_returned', { subjectId: id, detail: { principal: id } })
}

/** Moves a worker to another agency. Their cases, seats, roles and personal shares stay behind. */
export async function moveWorker(db: Db, id: string, { agency, jobTitle, ...input }: Move): Promise<void> {
  const worker = await findWorker(db, id)
  if (worker.agencyId === agency)
    throw new Invalid({ agency: 'They work for this agency already. Choose another.' }, wordsOf({ agency, jobTitle, ...input }))
  await handOver(db, await listLedCases(db, worker), input)
  await changeStanding(db, id, sql`agency_id = ${worker.agencyId}`, { agencyId: agency, jobTitle: jobTitle || worker.jobTitle })
  await record(db, 'worker_moved', { subjectId: id, detail: { principal: id, from: worker.agencyId, agency } })
}

async function giveRole(db: Db, workerId: string, role: Role): Promise<void> {
  await db.insertInto('workerRoles').values({ workerId, role, givenBy: db.actor.workerId }).execute()
  await record(db, 'role_given', { subjectId: workerId, detail: { principal: workerId, role } })
}

async function takeRole(db: Db, workerId: string, role: Role): Promise<void> {
  const taken = await db.deleteFrom('workerRoles').where('workerId', '=', workerId).where('role', '=', role).executeTakeFirst()
  if (taken.numDeletedRows !== 1n) throw new Forbidden('Only an administrator of their agency takes a role away.')
  await record(db, 'role_taken', { subjectId: workerId, detail: { principal: workerId, role } })
}

/** Every case that somebody can take over must be given to somebody; one whose team has nobody else stays with the team. */
async function handOver(db: Db, cases: LedCase[], input: Record<string, string>): Promise<void> {
  for (const led of cases) {
    const heir = input[`heir:${led.caseId}`] || input.heir
    if (led.heirs.length === 0) continue
    if (!heir || !led.heirs.some(one => one.id === heir))
      throw new Invalid({ [`heir:${led.caseId}`]: `Choose who takes over ${led.reference}.` }, wordsOf(input))
    await handOne(db, led, heir, input)
    await record(db, 'case_handed_over', { caseId: led.caseId, detail: { principal: heir, to: heir }, mark: forEveryone })
  }
}

async function handOne(db: Db, { caseId, reference }: LedCase, heir: string, input: Record<string, string>): Promise<void> {
  try {
    await sql`select hand_over_case(${caseId}, ${heir})`.execute(db)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    // A conflict of interest keeps them out of it, or they have just left its team: which, is not for an administrator to know.
    throw new Invalid({ [`heir:${caseId}`]: `Choose somebody else to take over ${reference}.` }, wordsOf(input))
  }
}

type Standing = {
  suspendedAt?: Date | null | ReturnType<typeof sql<Date>>
  leftOn?: string | null | ReturnType<typeof sql<string>>
  agencyId?: string
  jobTitle?: string
}

/** `from` is how the worker must stand until now: of two administrators who act at once, or one who acts twice, the second moves no date. */
async function changeStanding(db: Db, id: string, from: RawBuilder<boolean>, to: Standing): Promise<void> {
  const changed = await db.updateTable('workers').set(to).where('id', '=', id).where(from).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw new Forbidden('Only an administrator of their agency may do this, and only once.')
}
