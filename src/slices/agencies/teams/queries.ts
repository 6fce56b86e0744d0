/** Reads of teams and of who sits in them. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'

export type ListedTeam = Awaited<ReturnType<typeof listTeams>>[number]

/** Teams by name, those of several agencies first; of one agency when told. */
export function listTeams(db: Db, agencyId?: string) {
  return db
    .selectFrom('teams as t')
    .leftJoin('agencies as a', 'a.id', 't.agencyId')
    .select(['t.id', 't.name', 't.purpose', 't.agencyId', 'a.shortName as agencyName', 't.endedOn'])
    .select(
      sql<number>`(select count(*)::int from team_members m where m.team_id = t.id and (m.ends_on is null or m.ends_on > current_date))`.as(
        'seats',
      ),
    )
    .$if(agencyId !== undefined, query => query.where('t.agencyId', '=', agencyId ?? null))
    .orderBy(sql`t.ended_on is not null`)
    .orderBy(sql`t.agency_id is not null`)
    .orderBy('a.shortName')
    .orderBy('t.name')
    .limit(500)
    .execute()
}

export type FoundTeam = Awaited<ReturnType<typeof findTeam>>

export async function findTeam(db: Db, id: string) {
  const found = await db
    .selectFrom('teams as t')
    .leftJoin('agencies as a', 'a.id', 't.agencyId')
    .select(['t.id', 't.name', 't.purpose', 't.agencyId', 't.endedOn', 't.version', 'a.shortName as agencyName'])
    .where('t.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export type Seat = Awaited<ReturnType<typeof listSeats>>[number]

/** Who sits in a team now, and who did. */
export function listSeats(db: Db, teamId: string) {
  return db
    .selectFrom('teamMembers as m')
    .innerJoin('workers as w', 'w.id', 'm.workerId')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select(['m.id', 'm.startsOn', 'm.endsOn', 'w.id as workerId', 'w.name', 'w.jobTitle', 'w.agencyId', 'a.shortName as agencyName'])
    .select(sql<boolean>`m.ends_on is null or m.ends_on > current_date`.as('sits'))
    .where('m.teamId', '=', teamId)
    .orderBy('sits', 'desc')
    .orderBy('w.name')
    .limit(500)
    .execute()
}

/** Workers who could be given a seat: of the team's own agency, or anybody when it is of several; never the one who asks. */
export function listSeatChoices(db: Db, team: FoundTeam) {
  return db
    .selectFrom('workers as w')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select(['w.id', 'w.name', 'w.jobTitle', 'a.shortName as agencyName'])
    .where('w.leftOn', 'is', null)
    .where('a.suspendedAt', 'is', null)
    .where('w.id', '!=', db.actor.workerId)
    .$if(team.agencyId !== null, query => query.where('w.agencyId', '=', team.agencyId ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('teamMembers as m')
            .select('m.id')
            .where('m.teamId', '=', team.id)
            .whereRef('m.workerId', '=', 'w.id')
            .where(sql<boolean>`(m.ends_on is null or m.ends_on > current_date)`),
        ),
      ),
    )
    .orderBy('a.shortName')
    .orderBy('w.name')
    .limit(3000)
    .execute()
}
