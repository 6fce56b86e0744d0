/** My tasks: what waits for me, my teams and my agency, in the order in which it is due. */
import { Card, Details, EmptyState, isoDay, Marks, Page, PageHead, type Row, Rows, Stack } from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { taskLink, tasksLink } from '../links.ts'
import type { MyTask, Whose } from '../my-tasks.ts'
import { Standing, toWhom } from './task-rows.tsx'

const views: [Whose, string][] = [
  ['all', 'All'],
  ['me', 'Mine'],
  ['teams', 'My teams’'],
  ['agency', 'My agency’s'],
]

/** @example whoseOf(c.req.query('whose')) */
export const whoseOf = (asked: string | undefined): Whose => views.find(([key]) => key === asked)?.[0] ?? 'all'

type MyTasksProps = { whose: Whose; waiting: MyTask[]; late: MyTask[]; done: MyTask[]; me: string; now: Date }

/** The page `/tasks`. */
export function MyTasksPage({ whose, waiting, late, done, me, now }: MyTasksProps) {
  const today = isoDay(now)
  const week = isoDay(new Date(now.getTime() + 7 * 86_400_000))
  const groups: [string, MyTask[]][] = [
    ['Late', waiting.filter(task => task.dueOn < today)],
    ['In the next seven days', waiting.filter(task => task.dueOn >= today && task.dueOn <= week)],
    ['Later', waiting.filter(task => task.dueOn > week)],
    ['Late with others, and now yours to chase', late],
  ]
  return (
    <Page title="Tasks" here={tasksLink} live="/live">
      <PageHead
        title="Tasks"
        subnav={{ label: 'Whose tasks', here: address(whose), items: views.map(([key, label]) => ({ label, href: address(key) })) }}
      />
      <Stack>
        {waiting.length + late.length === 0 ? (
          <Card>
            <EmptyState icon="check" title="Nothing waits for you">
              Tasks that somebody gives to you, your teams or your agency will be listed here.
            </EmptyState>
          </Card>
        ) : null}
        {groups
          .filter(([, tasks]) => tasks.length > 0)
          .map(([title, tasks]) => (
            <Card title={title} count={tasks.length >= 100 ? '100+' : tasks.length} flush attention={title === 'Late'}>
              <Rows label={title} rows={tasks.map(task => myTaskRow(task, now, me))} />
            </Card>
          ))}
        {done.length > 0 ? (
          <Details summary="Done lately" id="done">
            <Rows label="Done lately" rows={done.map(task => myTaskRow(task, now, me))} />
          </Details>
        ) : null}
      </Stack>
    </Page>
  )
}

/** One of my tasks as a row: with the case it belongs to. */
function myTaskRow(task: MyTask, now: Date, me: string): Row {
  return {
    id: `task-${task.id}`,
    title: task.title,
    href: taskLink(task.caseId, task.id),
    about: (
      <>
        {task.caseTitle} ·&nbsp;for {toWhom(task, me)} <Marks mark={task} sides={programmeOf(task).sides} />
      </>
    ),
    end: <Standing task={task} now={now} />,
  }
}

const address = (whose: Whose): string => (whose === 'all' ? tasksLink : `${tasksLink}?whose=${whose}`)
