// Rows of plans and of messages between practitioners.
import { later } from '../calendar.ts'
import { from } from '../must.ts'
import type { Case, County, Message, Slug, Task } from '../shape.ts'
import { caseId, idOf, principal } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'

export function addPlans(county: County, tables: Tables): void {
  const agencyOf = new Map(county.workers.map(w => [w.slug, w.agency]))
  for (const told of county.cases) {
    addRows(tables, 'aims', told.aims.map(({ slug, words, setBy, setAt, reachedAt }, position) => ({
      id: idOf('aim', slug), case_id: caseId(told.slug), title: words, position, created_by: principal(setBy), created_at: setAt, ended_at: reachedAt,
    })))
    addRows(tables, 'tasks', told.tasks.map(task => taskRow(task, told)))
    addRows(tables, 'messages', told.messages.map(message => messageRow(message, told, agencyOf)))
    addRows(tables, 'message_reads', told.messages.flatMap(({ slug, at, readBy }) => readBy.map(worker => ({ message_id: idOf('message', slug, at), worker_id: principal(worker), at: later(at, 12) }))))
  }
}

function taskRow(task: Task, told: Case): Row {
  const [to = ''] = Object.values(task.to) as Slug[]
  return {
    id: idOf('task', task.slug, task.setAt), case_id: caseId(told.slug), aim_id: task.aim && idOf('aim', task.aim), title: task.words, assigned_to: principal(to), due_on: task.dueOn,
    created_by: principal(task.setBy), created_at: task.setAt, owner_id: principal(told.team ?? told.agency), done_at: task.done?.at, done_by: task.done && principal(task.done.by),
    evidence: task.done?.evidence ?? '', cancelled_at: task.cancelled?.at, cancelled_by: task.cancelled && principal(task.cancelled.by), cancel_reason: task.cancelled?.reason ?? '',
  }
}

/** A message to one person is theirs; one to several stands in the case for whoever may read it. */
function messageRow({ slug, by, to, at, text }: Message, told: Case, agencyOf: Map<Slug, Slug>): Row {
  const [only = '', ...others] = to
  return {
    id: idOf('message', slug, at), case_id: caseId(told.slug), to_id: others.length === 0 ? principal(only) : undefined, body: text,
    author_id: principal(by), agency_id: principal(from(agencyOf, by)), sent_at: at,
  }
}
