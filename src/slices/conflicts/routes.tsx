/** Addresses of interests and conflicts. HTTP only. */
import { type Context, Hono } from 'hono'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Forbidden, type Invalid, NotFound } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { declareConflict, declareInterest, endInterest, reviewConflict } from './commands.ts'
import { conflictReview, newInterest, typedConflict } from './inputs.ts'
import { conflictsLink, interestsLink } from './links.ts'
import { findCaseByReference, listColleagues, listConflicts, listInterests } from './queries.ts'
import { ConflictForm, ConflictPage, ConflictsPage } from './views/conflict-pages.tsx'
import { InterestsPage } from './views/interests-page.tsx'

export const conflicts = new Hono<Kith>()

conflicts.get('/account/interests', c => read(c, db => interestsPage(db)))

conflicts.post('/account/interests', c =>
  write(
    c,
    async db => {
      await declareInterest(db, await parse(c, newInterest))
      return interestsLink
    },
    invalid => read(c, db => interestsPage(db, invalid), 422),
  ),
)

conflicts.post('/account/interests/:id/end', c =>
  write(c, async db => {
    await endInterest(db, c.req.param('id'))
    return interestsLink
  }),
)

conflicts.get('/conflicts', c =>
  read(c, async db => {
    mustGovern(db)
    return <ConflictsPage conflicts={await listConflicts(db)} />
  }),
)

conflicts.get('/conflicts/new', c => read(c, db => formPage(db)))

conflicts.post('/conflicts/new', c =>
  write(
    c,
    async db => {
      mustGovern(db)
      const { reference, ...input } = await parse(c, typedConflict)
      await declareConflict(db, { ...input, caseId: await findCaseByReference(db, reference, { ...input, reference }) })
      return conflictsLink
    },
    invalid => read(c, db => formPage(db, invalid), 422),
  ),
)

conflicts.get('/conflicts/:id', c => read(c, db => conflictPage(c, db)))

conflicts.post('/conflicts/:id', c =>
  write(
    c,
    async db => {
      await reviewConflict(db, c.req.param('id'), await parse(c, conflictReview))
      return conflictsLink
    },
    invalid => read(c, db => conflictPage(c, db, invalid), 422),
  ),
)

const interestsPage = async (db: Db, invalid?: Invalid) => (
  <InterestsPage interests={await listInterests(db, db.actor.workerId)} invalid={invalid} />
)

async function formPage(db: Db, invalid?: Invalid) {
  mustGovern(db)
  return <ConflictForm colleagues={await listColleagues(db)} invalid={invalid} />
}

async function conflictPage(c: Context, db: Db, invalid?: Invalid) {
  mustGovern(db)
  const conflict = (await listConflicts(db)).find(one => one.id === c.req.param('id') && one.workerId !== db.actor.workerId)
  if (!conflict) throw new NotFound('Not found.')
  return <ConflictPage conflict={conflict} invalid={invalid} />
}

function mustGovern({ actor }: Db): void {
  if (!leadsGovernance(actor)) throw new Forbidden('Information-governance leads see the conflicts of interest of their agency’s workers.')
}
