/** Addresses of agencies. HTTP only. */
import { type Context, Hono } from 'hono'
import { administersPartnership } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Conflict, Forbidden, type Invalid } from '../../platform/errors.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { addAgency, amendAgency, resumeAgency, suspendAgency } from './commands.ts'
import { amendedAgency, newAgency, suspension } from './inputs.ts'
import { agencyLink } from './links.ts'
import { administers, findAgency, findLastDeed, listAgencies, listAgreementsOf, listDeedsAbout, listWorkersOf } from './queries.ts'
import { listTeams } from './teams/queries.ts'
import { teamRoutes } from './teams/routes.tsx'
import { AgencyConflict, AgencyForm, SuspensionPage } from './views/agency-forms.tsx'
import { AgencyList } from './views/agency-list.tsx'
import { AgencyPage } from './views/agency-page.tsx'
import { workerRoutes } from './workers/routes.tsx'

export const agencies = new Hono<Kith>()

agencies.get('/agencies', c =>
  read(c, async db => {
    const said = (c.req.query('q') ?? '').trim()
    return <AgencyList agencies={await listAgencies(db, said)} said={said} mayAdd={administersPartnership(db.actor)} />
  }),
)

agencies.get('/agencies/new', c =>
  read(c, async db => {
    mustAdminister(db)
    return <AgencyForm />
  }),
)

agencies.post('/agencies/new', c =>
  write(
    c,
    async db => agencyLink(await addAgency(db, await parse(c, newAgency))),
    invalid => read(c, async () => <AgencyForm invalid={invalid} />, 422),
  ),
)

agencies.get('/agencies/:id', c =>
  read(c, async db => {
    const agency = await findAgency(db, id(c))
    return (
      <AgencyPage
        agency={agency}
        workers={await listWorkersOf(db, agency.id)}
        teams={await listTeams(db, agency.id)}
        agreements={await listAgreementsOf(db, agency.id)}
        deeds={await listDeedsAbout(db, agency.id)}
        administers={administers(db, agency.id)}
        administersPartnership={administersPartnership(db.actor)}
      />
    )
  }),
)

agencies.get('/agencies/:id/edit', c =>
  read(c, async db => {
    mustAdminister(db, id(c))
    return <AgencyForm agency={await findAgency(db, id(c))} />
  }),
)

agencies.post('/agencies/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendAgency(db, id(c), await parse(c, amendedAgency))
      return agencyLink(id(c))
    },
    invalid => read(c, async db => <AgencyForm agency={await findAgency(db, id(c))} invalid={invalid} />, 422),
  ).catch(error => sayConflict(c, error)),
)

agencies.get('/agencies/:id/suspension', c => read(c, db => suspensionPage(c, db)))

agencies.post('/agencies/:id/suspension', c =>
  write(
    c,
    async db => {
      await suspendAgency(db, id(c), (await parse(c, suspension)).reason)
      return agencyLink(id(c))
    },
    invalid => read(c, db => suspensionPage(c, db, invalid), 422),
  ),
)

agencies.post('/agencies/:id/resumption', c =>
  write(c, async db => {
    await resumeAgency(db, id(c))
    return agencyLink(id(c))
  }),
)

agencies.route('/', teamRoutes)
agencies.route('/', workerRoutes)

const id = (c: Context): string => c.req.param('id') ?? ''

/** A form is shown only to those whose sending it could succeed. */
function mustAdminister(db: Db, agencyId?: string): void {
  if (!(agencyId ? administers(db, agencyId) : administersPartnership(db.actor))) throw new Forbidden('Only an administrator may do this.')
}

async function suspensionPage(c: Context, db: Db, invalid?: Invalid) {
  mustAdminister(db)
  const people = (await listWorkersOf(db, id(c))).filter(one => !one.leftOn).length
  return <SuspensionPage agency={await findAgency(db, id(c))} people={people} invalid={invalid} />
}

async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => (
      <AgencyConflict agency={await findAgency(db, id(c))} last={await findLastDeed(db, id(c), 'agency_amended')} yours={yours} />
    ),
    409,
  )
}
