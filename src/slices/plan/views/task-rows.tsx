/** Tasks as rows of a list, and aims' progress as a bar. */
import type { Programme } from '../../../programmes/index.ts'
import { DueTag, Marks, type Row, Tag } from '../../../ui/index.ts'
import { taskLink } from '../links.ts'
import type { ListedTask } from '../queries.ts'

/** Whom a task was given to: "Housing", "Grace Penhale, Housing", or "you". */
export const toWhom = ({ assignedTo, toName, toAgency }: Pick<ListedTask, 'assignedTo' | 'toName' | 'toAgency'>, me?: string): string =>
  assignedTo === me ? 'you' : toAgency ? `${toName}, ${toAgency}` : toName

/** One task as a row: what, whom it waits for, and how it stands. Its side is not said again under an aim of that side. */
export function taskRow(task: ListedTask, now: Date, me: string, sides?: Programme['sides'], under?: string | null): Row {
  return {
    id: `task-${task.id}`,
    title: task.title,
    href: taskLink(task.caseId, task.id),
    about: (
      <>
        For {toWhom(task, me)} <Marks mark={{ ...task, side: task.side === under ? null : task.side }} sides={sides} />
      </>
    ),
    end: <Standing task={task} now={now} />,
    attention: task.open && task.assignedTo === me && task.dueOn <= new Date(now).toISOString().slice(0, 10),
  }
}

/** How a task stands: done, cancelled, or how long there is. */
export function Standing({ task, now }: { task: Pick<ListedTask, 'dueOn' | 'doneAt' | 'cancelledAt'>; now: Date }) {
  if (task.cancelledAt) return <Tag kind="quiet">Cancelled</Tag>
  return <DueTag due={task.dueOn} now={now} done={Boolean(task.doneAt)} />
}

/** How many of some tasks are done, cancelled ones left out. */
export function progressOf(tasks: ListedTask[]): { done: number; of: number } {
  const counted = tasks.filter(task => !task.cancelledAt)
  return { done: counted.filter(task => task.doneAt).length, of: counted.length }
}

/** A bar that fills as tasks are done, with the same in words. */
export function Progress({ done, of }: { done: number; of: number }) {
  if (of === 0) return null
  return (
    <div class={done === of ? 'kith-counter' : 'kith-counter kith-counter--fine'}>
      <span class="kith-counter__words">
        <strong>{done}</strong> of {of} done
      </span>
      <svg class="kith-counter__bar" viewBox="0 0 240 6" preserveAspectRatio="none" aria-hidden="true">
        <rect class="kith-counter__track" width="240" height="6" rx="3" />
        <rect class="kith-counter__run" width={Math.round((done / of) * 240)} height="6" rx="3" />
      </svg>
    </div>
  )
}
