/** What workers do with tasks. Each command records its event; the database refuses what the worker may not do. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import { Conflict, Forbidden, Invalid } from '../../platform/errors.ts'
import { type Mark, record } from '../../platform/events.ts'
import { dayAndTime } from '../../ui/index.ts'
import { keepSafe, markIn } from '../cases/index.ts'
import type { AmendedTask, NewTask } from './inputs.ts'
import { type FoundTask, findTask, listReached } from './queries.ts'

const now = sql<Date>`now()`

/** Gives a task to an agency, a team or a worker that the case is shared with. */
export async function giveTask(db: Db, caseId: string, input: NewTask): Promise<string> {
  const mark = await markIn(db, caseId, input)
  await keepSafe(db, caseId, input)
  await checkReached(db, caseId, input, mark)
  const id = newId()
  await db
    .insertInto('tasks')
    .values({
      id,
      caseId,
      title: input.title,
      detail: input.detail,
      assignedTo: input.to,
      dueOn: input.due,
      aimId: input.aim || null,
      side: mark.side,
      category: mark.category,
      createdBy: db.actor.workerId,
    })
    .execute()
  await record(db, 'task_given', { caseId, subjectId: id, detail: { principal: input.to, to: input.to }, mark })
  return id
}

/** Changes a task, hands it on or moves its date. Throws Conflict with what stands now when a colleague was faster. */
export async function amendTask(db: Db, caseId: string, taskId: string, input: AmendedTask): Promise<void> {
  const before = await findTask(db, caseId, taskId)
  await keepSafe(db, caseId, input)
  if (input.to !== before.assignedTo && !db.actor.principals.includes(input.to)) await checkReached(db, caseId, input, before)
  const changed = await db
    .updateTable('tasks')
    .set({
      title: input.title,
      detail: input.detail,
      assignedTo: input.to,
      dueOn: input.due,
      ...aimOf(before, input),
      version: input.version + 1,
    })
    .where('id', '=', taskId)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await sayWhy(db, before, input.version)
  await recordAmended(db, before, input)
}

/** Somebody who cannot see an aim, or was not asked, has said nothing about it. */
function aimOf({ aimId, aimTitle }: FoundTask, { aim }: AmendedTask): { aimId?: string | null } {
  return aim === undefined || (aimId && !aimTitle) ? {} : { aimId: aim || null }
}

/** Writes how a task is going. */
export async function noteProgress(db: Db, caseId: string, taskId: string, body: string): Promise<void> {
  const task = await findTask(db, caseId, taskId)
  const id = newId()
  await db.insertInto('taskNotes').values({ id, taskId, caseId, body, authorId: db.actor.workerId, agencyId: db.actor.agencyId }).execute()
  await record(db, 'task_noted', { caseId, subjectId: taskId, mark: task })
}

/** Says that a task is done, with the evidence for it. */
export async function completeTask(db: Db, caseId: string, taskId: string, evidence: string): Promise<void> {
  const task = await findTask(db, caseId, taskId)
  await end(db, task, { doneAt: now, doneBy: db.actor.workerId, evidence })
  await record(db, 'task_done', { caseId, subjectId: taskId, mark: task })
}

/** Cancels a task that is no longer needed. */
export async function cancelTask(db: Db, caseId: string, taskId: string, cancelReason: string): Promise<void> {
  const task = await findTask(db, caseId, taskId)
  await end(db, task, { cancelledAt: now, cancelledBy: db.actor.workerId, cancelReason })
  await record(db, 'task_cancelled', { caseId, subjectId: taskId, mark: task })
}

/** Opens a task again. What was said when it ended stays among its notes. */
export async function reopenTask(db: Db, caseId: string, taskId: string, reason: string): Promise<void> {
  const task = await findTask(db, caseId, taskId)
  const changed = await db
    .updateTable('tasks')
    .set({ doneAt: null, doneBy: null, evidence: '', cancelledAt: null, cancelledBy: null, cancelReason: '', version: task.version + 1 })
    .where('id', '=', taskId)
    .where('version', '=', task.version)
    .where(eb => eb.or([eb('doneAt', 'is not', null), eb('cancelledAt', 'is not', null)]))
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw new Forbidden('This task is open already, or it is not yours to open again.')
  await db
    .insertInto('taskNotes')
    .values({
      id: newId(),
      taskId,
      caseId,
      body: `Opened again: ${reason}\n\n${howItEnded(task)}`,
      authorId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
  await record(db, 'task_reopened', { caseId, subjectId: taskId, mark: task })
}

function howItEnded(task: FoundTask): string {
  if (!task.doneAt) return `Before that it was cancelled: ${task.cancelReason}`
  return `Before that ${task.doneByName}, ${task.doneByAgency}, said on ${dayAndTime(task.doneAt)} that it was done: ${task.evidence}`
}

type Ending =
  | { doneAt: typeof now; doneBy: string; evidence: string }
  | { cancelledAt: typeof now; cancelledBy: string; cancelReason: string }

async function end(db: Db, task: FoundTask, ending: Ending): Promise<void> {
  const changed = await db
    .updateTable('tasks')
    .set({ ...ending, version: task.version + 1 })
    .where('id', '=', task.id)
    .where('doneAt', 'is', null)
    .where('cancelledAt', 'is', null)
    .executeTakeFirst()
  if (changed.numUpdatedRows > 0n) return
  if (task.doneAt) throw new Conflict(`${task.doneByName} has said already that this is done.`, task)
  if (task.cancelledAt) throw new Conflict('A colleague has cancelled this task.', task)
  throw new Forbidden('You may see this task, but it is not yours to end.')
}

/** No row was changed: either somebody was faster, or the worker may only read. */
async function sayWhy(db: Db, before: FoundTask, version: number): Promise<never> {
  if (before.version === version) throw new Forbidden('You may see this task, but not change it.')
  throw new Conflict('A colleague changed this task while you had it open.', await findTask(db, before.caseId, before.id))
}

async function recordAmended(db: Db, before: FoundTask, input: AmendedTask): Promise<void> {
  const happened = { caseId: before.caseId, subjectId: before.id, mark: before }
  if (input.to !== before.assignedTo) return record(db, 'task_handed_on', { ...happened, detail: { principal: input.to, to: input.to } })
  return record(db, input.due === before.dueOn ? 'task_changed' : 'task_moved', happened)
}

/** The database refuses too; this gives the sentence beside the field. */
async function checkReached(db: Db, caseId: string, input: NewTask, mark: Mark): Promise<void> {
  if ((await listReached(db, caseId, mark)).some(one => one.id === input.to)) return
  throw new Invalid({ to: 'Choose somebody this case is shared with. To involve others, share the case first.' }, { ...input })
}
