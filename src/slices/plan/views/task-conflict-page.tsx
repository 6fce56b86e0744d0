/** A colleague changed the task first: both versions side by side, whose each is, and a choice. */
import { ConflictChoice, day, type Fact, parseDay } from '../../../ui/index.ts'
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
          facts: factsOf(theirs.title, toWhom(theirs), day(theirs.dueOn), theirs.detail),
        }}
        yours={{
          by: 'You',
          facts: factsOf(
            yours.title ?? '',
            to ? (to.agencyName ? `${to.name}, ${to.agencyName}` : to.name) : toWhom(theirs),
            due ? day(due) : (yours.due ?? ''),
            yours.detail ?? '',
          ),
        }}
      />
    </TaskShell>
  )
}

const factsOf = (title: string, to: string, due: string, detail: string): Fact[] => [
  { name: 'What is to be done', value: title },
  { name: 'Who does it', value: to },
  { name: 'By when', value: due },
  { name: 'Anything else to know', value: detail && <span class="kith-written">{detail}</span> },
]
