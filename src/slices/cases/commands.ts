/** What workers do with cases. Each command records its event; the database refuses what the worker may not do. */
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { forEveryone, record } from '../../platform/events.ts'
import { wordsOf } from '../../platform/input.ts'
import { currentProgrammes, programmeOf } from '../../programmes/index.ts'
import { listHardStops, stopOf } from './hard-stops.ts'
import type { AmendedCase, NewCase, NewClosure, NewOutcome } from './inputs.ts'
import { markIn, onlySide } from './mark.ts'
import { mayAmend, mayClose } from './may.ts'
import { findCaseHead } from './queries.ts'
import { keepNewTitleSafe, keepSafe } from './safe.ts'

/** Opens a case for the worker's own agency and gives back its id. Who in the agency works it follows from the programme, unless a team is named. That a sub-case was opened is told on the side that it is opened for, or else on its opener's only side, or else to everybody on the case above. */
export async function openCase(db: Db, input: NewCase, forSide: string | null = null): Promise<string> {
  const programme = currentProgrammes().find(one => one.key === input.programme)
  if (!programme) throw new Invalid({ programme: 'Choose what kind of case this is.' }, { ...wordsOf(input) })
  if (programme.sharing.owner === 'team' && !input.team) {
    throw new Invalid({ team: `This kind of ${programme.caseWord} is kept within one team. Choose the team.` }, { ...wordsOf(input) })
  }
  await keepNewTitleSafe(db, input)
  const id = newId()
  const starts = input.starts ?? (programme.periodDays ? new Date().toISOString().slice(0, 10) : null)
  await db
    .insertInto('cases')
    .values({
      id,
      programme: programme.key,
      programmeVersion: programme.version,
      parentId: input.parent || null,
      ownerAgencyId: db.actor.agencyId,
      ownerTeamId: input.team || null,
      leadWorkerId: input.lead || db.actor.workerId,
      openedBy: db.actor.workerId,
      title: input.title,
      summary: input.summary,
      stage: programme.stages[0]?.key ?? 'opened',
      marking: programme.marking,
      startsOn: starts,
      endsOn: input.ends ?? (starts && programme.periodDays ? addDays(starts, programme.periodDays) : null),
    })
    .execute()
  await record(db, 'case_opened', { caseId: id, mark: forEveryone })
  if (input.parent) {
    const side = forSide ?? onlySide(await findCaseHead(db, input.parent))
    await record(db, 'sub_case_opened', { caseId: input.parent, subjectId: id, mark: { side, category: null } })
  }
  return id
}

/** Amends what a case says of itself. Throws Conflict with what stands now when a colleague was faster. */
export async function amendCase(db: Db, id: string, input: AmendedCase): Promise<void> {
  const before = await findCaseHead(db, id)
  await keepSafe(db, id, input)
  if (input.title !== before.title) await keepNewTitleSafe(db, input)
  const change = {
    title: input.title,
    summary: input.summary,
    marking: input.marking,
    startsOn: input.starts,
    endsOn: input.ends,
    leadWorkerId: input.lead,
  }
  await changeIfUnchanged(db, before, input.version, change)
  await record(db, before.leadWorkerId === input.lead ? 'case_amended' : 'case_handed_over', {
    caseId: id,
    mark: forEveryone,
    detail: { principal: input.lead },
  })
}

/** Moves a case to another stage of its programme; throws Invalid with why when a hard stop holds it. */
export async function moveCase(db: Db, id: string, { stage, version }: { stage: string; version: number }): Promise<void> {
  const found = await findCaseHead(db, id)
  if (!programmeOf(found).stages.some(one => one.key === stage)) throw new Invalid({ stage: 'Choose a stage.' })
  const stop = stopOf(await listHardStops(db, found), { stage })
  if (stop) throw new Invalid({ stage: stop.sentence }, { stage })
  await changeIfUnchanged(db, found, version, { stage })
  await record(db, 'stage_changed', {
    caseId: id,
    mark: forEveryone,
    detail: { from: found.stage, stage, programme: found.programme, version: found.programmeVersion },
  })
}

/** Closes a case, with the reason, the result and the person's own view. */
export async function closeCase(db: Db, id: string, input: NewClosure): Promise<void> {
  const found = await mayClose(db, id)
  await changeIfUnchanged(db, found, found.version, { closedAt: new Date() })
  await db
    .insertInto('closures')
    .values({ id: newId(), caseId: id, ...input, closedBy: db.actor.workerId })
    .execute()
  await record(db, 'case_closed', { caseId: id, mark: forEveryone })
}

/** Opens a closed case again; its closure stays on record. */
export async function reopenCase(db: Db, id: string, reopenReason: string): Promise<void> {
  const found = await findCaseHead(db, id)
  await changeIfUnchanged(db, found, found.version, { closedAt: null })
  await db
    .updateTable('closures')
    .set({ reopenedAt: new Date(), reopenedBy: db.actor.workerId, reopenReason })
    .where('caseId', '=', id)
    .where('reopenedAt', 'is', null)
    .executeTakeFirstOrThrow()
  await record(db, 'case_reopened', { caseId: id, mark: forEveryone })
}

/** Records an outcome that the worker's own agency delivered. */
export async function recordOutcome(db: Db, caseId: string, outcome: NewOutcome): Promise<void> {
  const { achieved, ...input } = outcome
  if (achieved > new Date().toISOString().slice(0, 10)) throw new Invalid({ achieved: 'Choose a day that has been.' }, wordsOf(outcome))
  const id = newId()
  const mark = await markIn(db, caseId, outcome)
  await db
    .insertInto('outcomes')
    .values({ id, caseId, ...input, side: mark.side, achievedOn: achieved, agencyId: db.actor.agencyId, recordedBy: db.actor.workerId })
    .execute()
  await record(db, 'outcome_recorded', { caseId, subjectId: id, mark })
}

type Change = Partial<{
  title: string
  summary: string
  stage: string
  marking: string
  startsOn: string | null
  endsOn: string | null
  leadWorkerId: string
  closedAt: Date | null
}>

/** Changes a case only if it still is the version that the worker saw. */
async function changeIfUnchanged(db: Db, seen: { id: string }, version: number, change: Change): Promise<void> {
  const changed = await db
    .updateTable('cases')
    .set({ ...change, version: version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 1n) return
  // What the rules refuse touches no row either, and nobody was faster.
  const now = await mayAmend(db, seen.id)
  throw new Conflict('A colleague changed this case while you had it open.', now)
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
