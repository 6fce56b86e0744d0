/** A colleague changed the task first: both versions side by side, whose each is, and a choice. */
import { ConflictChoice, day } from '../../../ui/index.ts'
import { parseDay } from '../../../ui/index.ts'
import { taskLink } from '../links.ts'
import type { FoundTask, Reached } from '../queries.ts'
import { toWhom } from './task-rows.tsx'
import { type ShellProps, TaskShell } from './task-shell.tsx'

type ConflictProps = Omit<ShellProps, 'children'> & {
  theirs: FoundTask
  yours: Record<string, string>
  by: { by: string; agency: string; at: Date } | undefined
  reached: Reached[]
  now: Date
}

/** Shown with status 409. */
export function TaskConflictPage({ head, headline, theirs, yours, by, reached, now }: ConflictProps) {
  const here = taskLink(theirs.caseId, theirs.id)
  const to = reached.find(one => one.id === yours.to)
  const due = parseDay(yours.due ?? '', now)
  return (
    <TaskShell head={head} headline={headline}>
      <ConflictChoice
        action={here}
        what="this task"
        cancelHref={here}
        now={now}
        fields={{ ...yours, version: String(theirs.version) }}
        theirs={{
          by: by?.by ?? 'A colleague',
          agency: by?.agency,
          at: by?.at,
          body: <Version title={theirs.title} to={toWhom(theirs)} due={day(theirs.dueOn)} detail={theirs.detail} />,
        }}
        yours={{
          by: 'You',
          body: (
            <Version
              title={yours.title ?? ''}
              to={to ? (to.agencyName ? `${to.name}, ${to.agencyName}` : to.name) : toWhom(theirs)}
              due={due ? day(due) : (yours.due ?? '')}
              detail={yours.detail ?? ''}
            />
          ),
        }}
      />
    </TaskShell>
  )
}

function Version({ title, to, due, detail }: { title: string; to: string; due: string; detail: string }) {
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p>
        For {to}, due {due}
      </p>
      {detail ? <p class="kith-written">{detail}</p> : null}
    </>
  )
}
