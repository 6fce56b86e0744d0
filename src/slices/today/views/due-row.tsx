/** A task on Today: what, for whom, in which case, and the one click to where it is done. */
import { DueTag, isoDay, LinkButton, Marks, type Row } from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { type MyTask, taskLink, toWhom } from '../../plan/index.ts'

/** @example dueRow(task, now, db.actor.workerId) */
export function dueRow(task: MyTask, now: Date, me: string): Row {
  const here = taskLink(task.caseId, task.id)
  const mine = task.assignedTo === me
  return {
    id: `due-${task.id}`,
    title: task.title,
    href: here,
    attention: task.dueOn < isoDay(now),
    about: (
      <>
        {task.caseTitle}
        {mine ? null : <> ·&nbsp;for {toWhom(task)}</>} <Marks mark={task} sides={programmeOf(task).sides} />
      </>
    ),
    end: (
      <>
        <DueTag due={task.dueOn} now={now} />
        {me ? (
          <LinkButton href={`${here}#done`} small icon="check">
            Done
          </LinkButton>
        ) : null}
      </>
    ),
  }
}
