/** Addresses of teams. HTTP only. */
import { type Context, Hono } from 'hono'
import { administersPartnership } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/db.ts'
import { Conflict, Forbidden, type Invalid } from '../../../platform/errors.ts'
import { choseTheirs, parse, typedWords } from '../../../platform/input.ts'
import { type Kith, read, write } from '../../../platform/requests.ts'
import { teamLink } from '../links.ts'
import { administers, findLastDeed, listAgencies, listDeedsAbout } from '../queries.ts'
import { addTeam, amendTeam, endTeam, joinTeam, leaveTeam } from './commands.ts'
import { amendedTeam, newSeat, newTeam } from './inputs.ts'
import { findTeam, listSeatChoices, listSeats, listTeams, type Seat } from './queries.ts'
import { TeamConflict, TeamForm } from './team-form.tsx'
import { TeamList, TeamPage } from './team-pages.tsx'

export const teamRoutes = new Hono<Kith>()

teamRoutes.get('/teams', c => read(c, async db => <TeamList teams={await listTeams(db)} mayAdd={administers(db, db.actor.agencyId)} />))

teamRoutes.get('/teams/new', c => read(c, db => newTeamPage(c, db)))

teamRoutes.post('/teams/new', c =>
  write(
    c,
    async db => teamLink(await addTeam(db, await parse(c, newTeam))),
    invalid => read(c, db => newTeamPage(c, db, invalid), 422),
  ),
)

teamRoutes.get('/teams/:id', c => read(c, db => teamPage(c, db)))

teamRoutes.get('/teams/:id/edit', c => read(c, db => editPage(c, db)))

teamRoutes.post('/teams/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendTeam(db, id(c), await parse(c, amendedTeam))
      return teamLink(id(c))
    },
    invalid => read(c, db => editPage(c, db, invalid), 422),
  ).catch(error => sayConflict(c, error)),
)

teamRoutes.post('/teams/:id/end', c =>
  write(c, async db => {
    await endTeam(db, id(c))
    return teamLink(id(c))
  }),
)

teamRoutes.post('/teams/:id/seats', c =>
  write(
    c,
    async db => {
      await joinTeam(db, id(c), (await parse(c, newSeat)).worker)
      return teamLink(id(c))
    },
    invalid => read(c, db => teamPage(c, db, invalid), 422),
  ),
)

teamRoutes.post('/teams/:id/seats/:seat/end', c =>
  write(c, async db => {
    await leaveTeam(db, id(c), c.req.param('seat'))
    return teamLink(id(c))
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function teamPage(c: Context, db: Db, invalid?: Invalid) {
  const team = await findTeam(db, id(c))
  const mine = administers(db, team.agencyId)
  const endsSeat = (seat: Seat) => mine || (administers(db, seat.agencyId) && db.actor.agencyId === seat.agencyId)
  return (
    <TeamPage
      team={team}
      seats={await listSeats(db, team.id)}
      choices={mine ? await listSeatChoices(db, team) : []}
      deeds={await listDeedsAbout(db, team.id)}
      administers={mine}
      endsSeat={endsSeat}
      invalid={invalid}
    />
  )
}

async function newTeamPage(c: Context, db: Db, invalid?: Invalid) {
  if (!administers(db, db.actor.agencyId)) throw new Forbidden('Only an administrator adds a team.')
  const several = administersPartnership(db.actor)
  const agencies = (await listAgencies(db)).filter(one => several || one.id === db.actor.agencyId)
  return <TeamForm agencies={agencies} several={several} agency={c.req.query('agency')} invalid={invalid} />
}

async function editPage(c: Context, db: Db, invalid?: Invalid) {
  const team = await findTeam(db, id(c))
  if (!administers(db, team.agencyId)) throw new Forbidden('Only an administrator of this team changes it.')
  return <TeamForm team={team} invalid={invalid} />
}

/** A colleague was faster: both versions on one page, status 409. */
async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  const last = (db: Db) => findLastDeed(db, id(c), 'team_amended')
  return read(c, async db => <TeamConflict team={await findTeam(db, id(c))} last={await last(db)} yours={yours} />, 409)
}
