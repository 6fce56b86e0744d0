/** The plan of a case: aims, what is done towards each, and what comes next. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  Card,
  Columns,
  Details,
  EmptyState,
  Form,
  isoDay,
  Marks,
  plural,
  Rows,
  Stack,
  Stats,
  TextField,
  When,
} from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { caseLink, type CaseHead, CasePage, MarkFields, WhoCanRead } from '../../cases/index.ts'
import { aimLink, taskLink } from '../links.ts'
import type { Aim, ListedTask, Reached } from '../queries.ts'
import { TaskFields } from './task-fields.tsx'
import { Progress, progressOf, taskRow } from './task-rows.tsx'

type PlanProps = {
  head: CaseHead
  aims: Aim[]
  tasks: ListedTask[]
  reached: Reached[]
  me: string
  now: Date
  refused: { aim?: Invalid; task?: Invalid }
}

/** The page `/cases/:id/plan`. */
export function PlanPage({ head, aims, tasks, reached, me, now, refused }: PlanProps) {
  const loose = tasks.filter(task => !task.aimId)
  return (
    <CasePage head={head} here="plan">
      {tasks.length > 0 ? <AtAGlance tasks={tasks} now={now} /> : null}
      <Columns aside={<Aside {...{ head, aims, reached, me, refused }} />}>
        <Stack>
          {aims
            .filter(aim => !aim.endedAt)
            .map(aim => (
              <AimCard {...{ head, aim, now, me }} tasks={tasks.filter(task => task.aimId === aim.id)} />
            ))}
          {loose.length > 0 || aims.length === 0 ? <LooseTasks {...{ head, now, me }} tasks={loose} alone={aims.length === 0} /> : null}
          <ReachedAims {...{ head, now, me, tasks }} aims={aims.filter(aim => aim.endedAt)} />
        </Stack>
      </Columns>
    </CasePage>
  )
}

function AtAGlance({ tasks, now }: { tasks: ListedTask[]; now: Date }) {
  const { done, of } = progressOf(tasks)
  const waiting = tasks.filter(task => task.open)
  const late = waiting.filter(task => task.dueOn < isoDay(now))
  const next = waiting.find(task => task.dueOn >= isoDay(now))
  return (
    <Stats
      stats={[
        { name: 'Done', value: `${done} of ${of}` },
        {
          name: 'Late',
          value: late.length === 0 ? 'None' : plural(late.length, 'task'),
          note: late[0]?.title,
          href: late[0] && taskLink(late[0].caseId, late[0].id),
          attention: late.length > 0,
        },
        {
          name: 'Next',
          value: next ? <When at={next.dueOn} now={isoDay(now)} time={false} short /> : 'Nothing set',
          note: next?.title,
          href: next && taskLink(next.caseId, next.id),
        },
      ]}
    />
  )
}

type AimProps = { head: CaseHead; aim: Aim; tasks: ListedTask[]; now: Date; me: string }

function AimCard({ head, aim, tasks, now, me }: AimProps) {
  return (
    <Card title={aim.title} id={`aim-${aim.id}`} flush actions={<AimActions {...{ head, aim, tasks }} />}>
      <Rows
        label={`Tasks towards: ${aim.title}`}
        rows={tasks.map(task => taskRow(task, now, me, programmeOf(head).sides, aim.side))}
        empty={<p class="kith-none kith-row">No tasks yet. What is the first step?</p>}
      />
    </Card>
  )
}

function AimActions({ head, aim, tasks }: Pick<AimProps, 'head' | 'aim' | 'tasks'>) {
  return (
    <div class="kith-aim-actions">
      <Marks mark={{ side: aim.side }} sides={programmeOf(head).sides} />
      <Progress {...progressOf(tasks)} />
      <WhoCanRead what="aim" id={aim.id} />
      {head.mayContribute ? (
        <a href={aimLink(head.id, aim.id)}>
          Change<span class="govuk-visually-hidden"> the aim {aim.title}</span>
        </a>
      ) : null}
    </div>
  )
}

function LooseTasks({ head, tasks, now, me, alone }: { head: CaseHead; tasks: ListedTask[]; now: Date; me: string; alone: boolean }) {
  return (
    <Card title={alone ? 'Tasks' : 'Other tasks'} flush>
      <Rows
        label="Tasks"
        rows={tasks.map(task => taskRow(task, now, me, programmeOf(head).sides))}
        empty={
          <EmptyState icon="target" title="No plan yet">
            {head.mayContribute
              ? 'Say what should be different (an aim), and who does what by when (tasks). They will be listed here.'
              : 'Aims and tasks will be listed here.'}
          </EmptyState>
        }
      />
    </Card>
  )
}

function ReachedAims({ head, aims, tasks, now, me }: { head: CaseHead; aims: Aim[]; tasks: ListedTask[]; now: Date; me: string }) {
  if (aims.length === 0) return null
  return (
    <Details summary={`${plural(aims.length, 'aim')} reached`} id="reached">
      <Stack>
        {aims.map(aim => (
          <AimCard {...{ head, aim, now, me }} tasks={tasks.filter(task => task.aimId === aim.id)} />
        ))}
      </Stack>
    </Details>
  )
}

type AsideProps = Pick<PlanProps, 'head' | 'aims' | 'reached' | 'me' | 'refused'>

function Aside({ head, aims, reached, me, refused }: AsideProps) {
  if (head.closedAt)
    return (
      <Card>
        <p class="kith-none">This case is closed. Its plan stays as it was.</p>
      </Card>
    )
  if (!head.mayContribute)
    return (
      <Card>
        <p class="kith-none">You can read this plan. To add to it, ask {head.leadWorkerName}, who leads the case.</p>
      </Card>
    )
  return (
    <Stack>
      <Card title="Add a task" id="add-task">
        <Form id="task" action={`${caseLink(head.id)}/tasks`} draft={`task:${head.id}`} refused={refused.task} values={{ to: me }}>
          <TaskFields {...{ reached, me, aims: aims.filter(aim => !aim.endedAt) }} />
          <MarkFields head={head} />
          <Button>Add the task</Button>
        </Form>
      </Card>
      <Card title="Add an aim" id="add-aim">
        <Form id="aim" action={`${caseLink(head.id)}/aims`} draft={`aim:${head.id}`} refused={refused.aim}>
          <TextField
            name="title"
            label="What should be different?"
            hint="In words the person would use, such as: I sleep through the night."
          />
          <MarkFields head={head} sensitive={false} />
          <Button kind="secondary">Add the aim</Button>
        </Form>
      </Card>
    </Stack>
  )
}
