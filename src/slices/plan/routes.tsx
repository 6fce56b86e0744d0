/** Addresses of plans, aims and tasks. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Conflict, type Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findCaseHead, findHeadline, lookAtCase } from '../cases/index.ts'
import { addAim, amendAim, endAim, mayAmendAim } from './aims.ts'
import { amendTask, cancelTask, completeTask, giveTask, noteProgress, reopenTask } from './commands.ts'
import { amendedAim, amendedTask, cancellation, completion, newAim, newNote, newTask, reopening } from './inputs.ts'
import { aimLink, planLink, taskLink } from './links.ts'
import { listDoneTasks, listEscalatedTasks, listMyTasks } from './my-tasks.ts'
import { findAim, findLastChange, findTask, listAims, listReached, listTaskNotes, listTasksOfCase } from './queries.ts'
import { AimConflictPage, AimPage } from './views/aim-page.tsx'
import { MyTasksPage, whoseOf } from './views/my-tasks-page.tsx'
import { PlanPage } from './views/plan-page.tsx'
import { TaskConflictPage } from './views/task-conflict-page.tsx'
import { TaskPage } from './views/task-page.tsx'

export const plan = new Hono<Kith>()

plan.get('/tasks', c =>
  read(c, async db => {
    const whose = whoseOf(c.req.query('whose'))
    const late = whose === 'all' ? await listEscalatedTasks(db, 25) : []
    return (
      <MyTasksPage
        {...{
          whose,
          late,
          me: db.actor.workerId,
          now: new Date(),
          waiting: await listMyTasks(db, whose, { most: 100 }),
          done: await listDoneTasks(db, whose, 20),
        }}
      />
    )
  }),
)

plan.get('/cases/:id/plan', c => read(c, db => planPage(c, db)))

plan.post('/cases/:id/aims', c =>
  write(
    c,
    async db => {
      const head = await findCaseHead(db, id(c))
      const aimId = await addAim(db, head.id, await parse(c, newAim))
      return `${planLink(id(c))}#aim-${aimId}`
    },
    invalid => read(c, db => planPage(c, db, { aim: invalid }), 422),
  ),
)

plan.get('/cases/:id/aims/:aim', c => read(c, db => aimPage(c, db)))

plan.post('/cases/:id/aims/:aim', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendAim(db, id(c), c.req.param('aim'), await parse(c, amendedAim))
      return planLink(id(c))
    },
    invalid => read(c, db => aimPage(c, db, invalid), 422),
  ).catch(error => sayAimConflict(c, error)),
)

plan.post('/cases/:id/aims/:aim/ending', c =>
  write(c, async db => {
    await endAim(db, id(c), c.req.param('aim'), true)
    return planLink(id(c))
  }),
)

plan.post('/cases/:id/aims/:aim/reopening', c =>
  write(c, async db => {
    await endAim(db, id(c), c.req.param('aim'), false)
    return planLink(id(c))
  }),
)

plan.post('/cases/:id/tasks', c =>
  write(
    c,
    async db => {
      const head = await findCaseHead(db, id(c))
      const taskId = await giveTask(db, head.id, await parse(c, newTask))
      return `${planLink(id(c))}#task-${taskId}`
    },
    invalid => read(c, db => planPage(c, db, { task: invalid }), 422),
  ),
)

plan.get('/cases/:id/tasks/:task', c => read(c, db => taskPage(c, db)))

plan.post('/cases/:id/tasks/:task', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendTask(db, id(c), task(c), await parse(c, amendedTask))
      return taskLink(id(c), task(c))
    },
    invalid => read(c, db => taskPage(c, db, { change: invalid }), 422),
  ).catch(error => sayTaskConflict(c, error)),
)

plan.post('/cases/:id/tasks/:task/notes', c =>
  write(
    c,
    async db => {
      await noteProgress(db, id(c), task(c), (await parse(c, newNote)).body)
      return taskLink(id(c), task(c))
    },
    invalid => read(c, db => taskPage(c, db, { note: invalid }), 422),
  ),
)

plan.post('/cases/:id/tasks/:task/completion', c =>
  write(
    c,
    async db => {
      await completeTask(db, id(c), task(c), (await parse(c, completion)).evidence)
      return taskLink(id(c), task(c))
    },
    invalid => read(c, db => taskPage(c, db, { done: invalid }), 422),
  ),
)

plan.post('/cases/:id/tasks/:task/cancellation', c =>
  write(
    c,
    async db => {
      await cancelTask(db, id(c), task(c), (await parse(c, cancellation)).reason)
      return taskLink(id(c), task(c))
    },
    invalid => read(c, db => taskPage(c, db, { cancel: invalid }), 422),
  ),
)

plan.post('/cases/:id/tasks/:task/reopening', c =>
  write(
    c,
    async db => {
      await reopenTask(db, id(c), task(c), (await parse(c, reopening)).reason)
      return taskLink(id(c), task(c))
    },
    invalid => read(c, db => taskPage(c, db, { reopen: invalid }), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''
const task = (c: Context): string => c.req.param('task') ?? ''

async function planPage(c: Context<Kith>, db: Db, refused: { aim?: Invalid; task?: Invalid } = {}) {
  const head = await lookAtCase(db, id(c))
  return (
    <PlanPage
      {...{
        head,
        refused,
        me: db.actor.workerId,
        now: new Date(),
        aims: await listAims(db, head.id),
        tasks: await listTasksOfCase(db, head.id),
        reached: head.mayContribute ? await listReached(db, head.id) : [],
      }}
    />
  )
}

async function aimPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  const aim = await findAim(db, head.id, c.req.param('aim') ?? '')
  await mayAmendAim(db, aim.id)
  return <AimPage head={head} aim={aim} invalid={invalid} />
}

type Refused = Partial<Record<'change' | 'note' | 'done' | 'cancel' | 'reopen', Invalid>>

async function taskPage(c: Context<Kith>, db: Db, refused: Refused = {}) {
  const { head, found, headline } = await findTaskAndCase(c, db)
  const notes = await listTaskNotes(db, found.id)
  return (
    <TaskPage
      {...{
        head,
        headline,
        refused,
        notes,
        task: found,
        me: db.actor,
        now: new Date(),
        aims: head ? await listAims(db, head.id) : [],
        reached: head ? await listReached(db, head.id) : [],
      }}
    />
  )
}

/** Whoever was given a task sees it even when all they may see of its case is the headline. */
async function findTaskAndCase(c: Context<Kith>, db: Db) {
  const headline = await findHeadline(db, id(c))
  const head = headline.tier === 'headline' ? undefined : await findCaseHead(db, headline.id)
  await seen(db, 'case', headline.id, { caseId: headline.id })
  return { headline, head, found: await findTask(db, headline.id, task(c)) }
}

/** A colleague was faster: both versions on one page, status 409. */
async function sayTaskConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => {
      const { head, headline, found } = await findTaskAndCase(c, db)
      return (
        <TaskConflictPage
          {...{
            head,
            headline,
            yours,
            theirs: found,
            now: new Date(),
            by: await findLastChange(db, headline.id, found.id),
            reached: await listReached(db, headline.id),
          }}
        />
      )
    },
    409,
  )
}

async function sayAimConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => {
      const head = await lookAtCase(db, id(c))
      const aim = await findAim(db, head.id, c.req.param('aim') ?? '')
      return (
        <AimConflictPage
          {...{ head, aim, yours, now: new Date(), by: await findLastChange(db, head.id, aim.id), action: aimLink(head.id, aim.id) }}
        />
      )
    },
    409,
  )
}
