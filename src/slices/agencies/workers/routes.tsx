/** Addresses of workers: joiner, mover, leaver. HTTP only. */
import { type Context, Hono } from 'hono'
import { administersPartnership } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { Conflict, Forbidden, type Invalid } from '../../../platform/errors.ts'
import { choseTheirs, parse, typedWords } from '../../../platform/input.ts'
import { type Kith, read, write } from '../../../platform/requests.ts'
import { inviteWorker } from '../../accounts/index.ts'
import { workerLink } from '../links.ts'
import { administers, findAgency, findLastDeed, listAgencies, listDeedsAbout } from '../queries.ts'
import { listTeams } from '../teams/queries.ts'
import {
  addWorker,
  amendWorker,
  handOnLeft,
  letWorkerGo,
  moveWorker,
  resumeWorker,
  changeRoles,
  suspendWorker,
  takeWorkerBack,
} from './commands.ts'
import { amendedWorker, givenRoles, handover, move, newWorker } from './inputs.ts'
import { LeavingPage, LeftCasesPage, MovePage } from './leaving-views.tsx'
import { findWorker, listLedCases, listLeftCases, listRolesOf, listTeamsOf } from './queries.ts'
import { EditWorkerPage, NewWorkerPage, WorkerConflict } from './worker-forms.tsx'
import { WorkerPage } from './worker-page.tsx'

export const workerRoutes = new Hono<Kith>()

workerRoutes.get('/workers/new', c => read(c, db => joinerPage(c, db)))

workerRoutes.post('/workers/new', c =>
  write(
    c,
    async db => workerLink(await addWorker(db, await parse(c, newWorker))),
    invalid => read(c, db => joinerPage(c, db, invalid), 422),
  ),
)

workerRoutes.get('/workers/:id', c =>
  read(c, async db => {
    const worker = await findWorker(db, id(c))
    return (
      <WorkerPage
        worker={worker}
        held={await listRolesOf(db, worker.id)}
        teams={await listTeamsOf(db, worker.id)}
        deeds={await listDeedsAbout(db, worker.id)}
        left={(await listLeftCases(db, worker)).length}
        administers={administers(db, worker.agencyId)}
        administersPartnership={administersPartnership(db.actor)}
        me={db.actor.workerId}
      />
    )
  }),
)

workerRoutes.get('/workers/:id/edit', c => read(c, async db => <EditWorkerPage worker={await administered(db, id(c))} />))

workerRoutes.post('/workers/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendWorker(db, id(c), await parse(c, amendedWorker))
      return workerLink(id(c))
    },
    invalid => read(c, async db => <EditWorkerPage worker={await findWorker(db, id(c))} invalid={invalid} />, 422),
  ).catch(error => sayConflict(c, error)),
)

workerRoutes.post('/workers/:id/roles', c =>
  write(c, async db => {
    await changeRoles(db, id(c), await parse(c, givenRoles))
    return workerLink(id(c))
  }),
)

workerRoutes.post('/workers/:id/invitation', c => write(c, db => after(c, inviteWorker(db, id(c)))))
workerRoutes.post('/workers/:id/suspension', c => write(c, db => after(c, suspendWorker(db, id(c)))))
workerRoutes.post('/workers/:id/resumption', c => write(c, db => after(c, resumeWorker(db, id(c)))))
workerRoutes.post('/workers/:id/return', c => write(c, db => after(c, takeWorkerBack(db, id(c)))))

workerRoutes.get('/workers/:id/leaving', c => read(c, db => leavingPage(c, db)))

workerRoutes.post('/workers/:id/leaving', c =>
  write(
    c,
    async db => after(c, letWorkerGo(db, id(c), await parse(c, handover))),
    invalid => read(c, db => leavingPage(c, db, invalid), 422),
  ),
)

workerRoutes.get('/workers/:id/move', c => read(c, db => movePage(c, db)))

workerRoutes.post('/workers/:id/move', c =>
  write(
    c,
    async db => after(c, moveWorker(db, id(c), await parse(c, move))),
    invalid => read(c, db => movePage(c, db, invalid), 422),
  ),
)

workerRoutes.get('/workers/:id/cases', c => read(c, db => leftCasesPage(c, db)))

workerRoutes.post('/workers/:id/cases', c =>
  write(
    c,
    async db => after(c, handOnLeft(db, id(c), await parse(c, handover))),
    invalid => read(c, db => leftCasesPage(c, db, invalid), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function after(c: Context, deed: Promise<unknown>): Promise<string> {
  await deed
  return workerLink(id(c))
}

/** A worker whom the asker administers; a form is shown only to those whose sending it could succeed. */
async function administered(db: Db, workerId: string) {
  const worker = await findWorker(db, workerId)
  if (!administers(db, worker.agencyId)) throw new Forbidden('Only an administrator of their agency may do this.')
  return worker
}

async function joinerPage(c: Context, db: Db, invalid?: Invalid) {
  const agency = c.req.query('agency') || db.actor.agencyId
  if (!administers(db, agency)) throw new Forbidden('Only an administrator of the agency adds a worker to it.')
  const teams = (await listTeams(db)).filter(
    team => !team.endedOn && (team.agencyId === agency || (!team.agencyId && administersPartnership(db.actor))),
  )
  return (
    <NewWorkerPage
      name={(await findAgency(db, agency)).name}
      teams={teams}
      agency={agency}
      administersPartnership={administersPartnership(db.actor)}
      invalid={invalid}
    />
  )
}

async function leavingPage(c: Context, db: Db, invalid?: Invalid) {
  const worker = await administered(db, id(c))
  return <LeavingPage worker={worker} led={await listLedCases(db, worker)} invalid={invalid} />
}

/** For whoever administers the agency of a case that was left behind; for everybody else there is none. */
async function leftCasesPage(c: Context, db: Db, invalid?: Invalid) {
  const worker = await findWorker(db, id(c))
  const led = await listLeftCases(db, worker)
  if (led.length === 0) throw new Forbidden('Only an administrator hands a case on, and nothing of theirs waits for you.')
  return <LeftCasesPage worker={worker} led={led} invalid={invalid} />
}

async function movePage(c: Context, db: Db, invalid?: Invalid) {
  const worker = await administered(db, id(c))
  if (!administersPartnership(db.actor)) throw new Forbidden('Only the partnership’s administrators move a worker between agencies.')
  return <MovePage worker={worker} led={await listLedCases(db, worker)} agencies={await listAgencies(db)} invalid={invalid} />
}

/** A colleague was faster: both versions on one page, status 409. */
async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  const last = (db: Db) => findLastDeed(db, id(c), 'worker_amended')
  return read(c, async db => <WorkerConflict worker={await findWorker(db, id(c))} last={await last(db)} yours={yours} />, 409)
}
