/** One task: what it is, how it is going, and the ways in which it ends. */
import type { Actor } from '../../../platform/actor.ts'
import type { Invalid } from '../../../platform/errors.ts'
import {
  AskRule,
  Button,
  Card,
  Columns,
  dayAndTime,
  Details,
  EmptyState,
  Form,
  isoDay,
  Marks,
  Prose,
  Stack,
  SummaryList,
  TextArea,
  When,
} from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { type CaseHead, WhoCanRead } from '../../cases/index.ts'
import { planLink, taskLink } from '../links.ts'
import type { Aim, FoundTask, Reached, TaskNote } from '../queries.ts'
import { TaskFields } from './task-fields.tsx'
import { Standing, toWhom } from './task-rows.tsx'
import { type Headline, TaskShell } from './task-shell.tsx'

type Refused = Partial<Record<'change' | 'note' | 'done' | 'cancel' | 'reopen', Invalid>>
type TaskProps = {
  head: CaseHead | undefined
  headline: Headline
  task: FoundTask
  notes: TaskNote[]
  aims: Aim[]
  reached: Reached[]
  me: Actor
  now: Date
  refused: Refused
}

/** The page `/cases/:id/tasks/:task`. */
export function TaskPage({ head, headline, task, notes, aims, reached, me, now, refused }: TaskProps) {
  const mine = me.principals.includes(task.assignedTo)
  const may = !headline.closedAt && (Boolean(head?.mayContribute) || mine)
  const here = taskLink(headline.id, task.id)
  return (
    <TaskShell head={head} headline={headline}>
      <Columns aside={<Facts {...{ task, headline, now, me, planHref: head ? planLink(head.id) : undefined }} />}>
        <Stack>
          <Card title={task.title} attention={task.open && mine && task.dueOn <= isoDay(now)} actions={<Standing task={task} now={now} />}>
            {task.detail ? (
              <Prose>
                <p class="kith-written">{task.detail}</p>
              </Prose>
            ) : (
              <p class="kith-none">Nothing more was written about it.</p>
            )}
            <Ended task={task} />
          </Card>
          {may && task.open ? <DoneForm action={here} taskId={task.id} refused={refused.done} /> : null}
          <Notes {...{ notes, now, action: here, taskId: task.id, may: may && task.open, refused: refused.note }} />
          {may && task.open ? <ChangeForm {...{ task, head, aims, reached, me, action: here, refused: refused.change }} /> : null}
          {may && task.open ? <CancelForm action={here} refused={refused.cancel} /> : null}
          {may && !task.open ? <ReopenForm action={here} refused={refused.reopen} /> : null}
        </Stack>
      </Columns>
    </TaskShell>
  )
}

type FactsProps = Pick<TaskProps, 'task' | 'headline' | 'now' | 'me'> & { planHref: string | undefined }

function Facts({ task, headline, now, me, planHref }: FactsProps) {
  return (
    <Card title="About this task">
      <SummaryList
        facts={[
          { name: 'For', value: task.assignedTo === me.workerId ? 'You' : toWhom(task, me.workerId) },
          { name: 'Due', value: <When at={task.dueOn} now={isoDay(now)} time={false} /> },
          ...(task.aimTitle ? [{ name: 'Aim', value: task.aimTitle }] : []),
          { name: 'Given by', value: `${task.createdByName}, ${task.createdByAgency}` },
          { name: 'Given on', value: <When at={task.createdAt} /> },
        ]}
      />
      <p>
        <Marks mark={task} sides={programmeOf(headline).sides} />
      </p>
      <p>
        <WhoCanRead what="task" id={task.id} />
      </p>
      {planHref ? (
        <p>
          <a href={planHref}>The whole plan</a>
        </p>
      ) : null}
    </Card>
  )
}

function Ended({ task }: { task: FoundTask }) {
  if (task.doneAt) {
    return (
      <div class="kith-notice kith-notice--done">
        <div class="kith-notice__body">
          <strong class="kith-notice__title">
            Done by {task.doneByName}, {task.doneByAgency}, on <When at={task.doneAt} />
          </strong>
          <p class="kith-written">{task.evidence}</p>
        </div>
      </div>
    )
  }
  if (!task.cancelledAt) return null
  return (
    <p class="kith-none">
      Cancelled{task.cancelledByName ? ` by ${task.cancelledByName}` : ''} on {dayAndTime(task.cancelledAt)}: {task.cancelReason}
    </p>
  )
}

type FormProps = { action: string; refused: Invalid | undefined }

function DoneForm({ action, taskId, refused }: FormProps & { taskId: string }) {
  return (
    <Card title="Is it done?" id="done">
      <Form id="completion" action={`${action}/completion`} draft={`done:${taskId}`} refused={refused}>
        <TextArea
          name="evidence"
          label="What was done, and what came of it?"
          hint="A colleague should be able to see that it was. Name the letter, the visit, the date."
          rows={3}
          limit={4000}
        />
        <Button icon="check">Mark as done</Button>
      </Form>
    </Card>
  )
}

function Notes({ notes, now, action, taskId, may, refused }: FormProps & { notes: TaskNote[]; now: Date; taskId: string; may: boolean }) {
  return (
    <Card title="How it is going" count={notes.length || undefined} id="notes">
      {may ? (
        <Form id="note" action={`${action}/notes`} draft={`task-note:${taskId}`} refused={refused}>
          <TextArea name="body" label="Write how it is going" rows={2} limit={4000} />
          <Button kind="secondary">Save progress</Button>
        </Form>
      ) : null}
      {notes.length === 0 && !may ? <EmptyState title="Nothing written">Progress on this task would be listed here.</EmptyState> : null}
      <ul class="kith-plain-list kith-progress">
        {notes.map(note => (
          <Note note={note} now={now} />
        ))}
      </ul>
      {notes.length > 0 ? <AskRule rule={['task_notes']} /> : null}
    </Card>
  )
}

function Note({ note, now }: { note: TaskNote; now: Date }) {
  return (
    <li id={`note-${note.id}`} data-live-item={note.authorName}>
      <p class="kith-written">{note.body}</p>
      <p class="kith-provenance">
        <span>
          {note.authorName}, {note.agencyName}
        </span>
        <When at={note.at} now={now} />
      </p>
    </li>
  )
}

type ChangeProps = FormProps & { task: FoundTask; head: CaseHead | undefined; aims: Aim[]; reached: Reached[]; me: Actor }

function ChangeForm({ task, head, aims, reached, me, action, refused }: ChangeProps) {
  const choices = head ? reached : handOver(task, me)
  return (
    <Details summary="Change it, move its date or hand it on" open={Boolean(refused)} id="change">
      <Form
        id="amendment"
        action={action}
        refused={refused}
        values={{ title: task.title, to: task.assignedTo, due: task.dueOn, aim: task.aimId ?? '', detail: task.detail }}
      >
        <input type="hidden" name="version" value={task.version} />
        <TaskFields aims={aims.filter(aim => !aim.endedAt || aim.id === task.aimId)} reached={withHolder(choices, task)} me={me.workerId} />
        <Button>Save the change</Button>
      </Form>
    </Details>
  )
}

/** Whoever sees the headline alone can take their agency's task upon themself. */
function handOver(task: FoundTask, me: Actor): Reached[] {
  return task.assignedTo === me.workerId
    ? []
    : [{ id: me.workerId, kind: 'worker', tier: 'headline', name: me.name, agencyName: me.agencyName }]
}

/** Whoever has the task stays a choice, even when the case no longer reaches them. */
function withHolder(reached: Reached[], task: FoundTask): Reached[] {
  if (reached.some(one => one.id === task.assignedTo)) return reached
  return [...reached, { id: task.assignedTo, kind: 'worker', tier: '', name: task.toName, agencyName: task.toAgency }]
}

function CancelForm({ action, refused }: FormProps) {
  return (
    <Details summary="Cancel this task" open={Boolean(refused)} id="cancel">
      <Form id="cancellation" action={`${action}/cancellation`} refused={refused}>
        <TextArea name="reason" label="Why is it no longer needed?" rows={2} limit={500} />
        <Button kind="danger">Cancel the task</Button>
      </Form>
    </Details>
  )
}

function ReopenForm({ action, refused }: FormProps) {
  return (
    <Details summary="Open it again" open={Boolean(refused)} id="reopen">
      <Form id="reopening" action={`${action}/reopening`} refused={refused}>
        <TextArea name="reason" label="Why is it not finished after all?" rows={2} limit={500} />
        <Button kind="secondary">Open it again</Button>
      </Form>
    </Details>
  )
}
