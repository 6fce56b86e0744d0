/** Reads of workers, and of what an administrator must know to let one go. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'

export type FoundWorker = Awaited<ReturnType<typeof findWorker>>

export async function findWorker(db: Db, id: string) {
  const found = await db
    .selectFrom('workers as w')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select([
      'w.id',
      'w.name',
      'w.jobTitle',
      'w.email',
      'w.phone',
      'w.joinedOn',
      'w.leftOn',
      'w.suspendedAt',
      'w.version',
      'w.agencyId',
      'a.shortName as agencyName',
      'a.suspendedAt as agencySuspendedAt',
    ])
    .where('w.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

/** The roles a worker holds, and who gave each. */
export function listRolesOf(db: Db, workerId: string) {
  return db
    .selectFrom('workerRoles as r')
    .leftJoin('workers as giver', 'giver.id', 'r.givenBy')
    .select(['r.role', 'r.givenAt', 'giver.name as givenByName'])
    .where('r.workerId', '=', workerId)
    .orderBy('r.role')
    .execute()
}

/** The teams a worker sits in today. */
export function listTeamsOf(db: Db, workerId: string) {
  return db
    .selectFrom('teamMembers as m')
    .innerJoin('teams as t', 't.id', 'm.teamId')
    .leftJoin('agencies as a', 'a.id', 't.agencyId')
    .select(['t.id', 't.name', 'm.startsOn', 'a.shortName as agencyName'])
    .where('m.workerId', '=', workerId)
    .where(sql<boolean>`(m.ends_on is null or m.ends_on > current_date) and t.ended_on is null`)
    .orderBy('t.name')
    .execute()
}

export type LedCase = {
  caseId: string
  reference: string
  openedAt: Date
  ownerTeamId: string | null
  ownerAgencyId: string
  heirs: Heir[]
}
export type Heir = { id: string; agencyId: string; name: string; jobTitle: string }

/** The open cases that a worker leads, by reference only, each with the colleagues who can take it over. */
export async function listLedCases(db: Db, worker: FoundWorker): Promise<LedCase[]> {
  const led = await sql<Omit<LedCase, 'heirs'>>`select * from cases_led_by(${worker.id}) order by opened_at`.execute(db)
  const colleagues = await listHeirs(db, worker, [worker.agencyId, ...led.rows.map(one => one.ownerAgencyId)])
  const seats = await db
    .selectFrom('teamMembers')
    .select(['teamId', 'workerId'])
    .where(sql<boolean>`(ends_on is null or ends_on > current_date)`)
    .where('workerId', 'in', [worker.id, ...colleagues.map(one => one.id)])
    .execute()
  return led.rows.map(one => ({
    ...one,
    heirs: colleagues.filter(
      heir =>
        heir.agencyId === one.ownerAgencyId &&
        (!one.ownerTeamId || seats.some(seat => seat.teamId === one.ownerTeamId && seat.workerId === heir.id)),
    ),
  }))
}

/** Those of them that a worker left behind: they work no more where the case belongs, and nobody took it over. */
export const listLeftCases = async (db: Db, worker: FoundWorker): Promise<LedCase[]> =>
  (await listLedCases(db, worker)).filter(one => worker.leftOn !== null || one.ownerAgencyId !== worker.agencyId)

function listHeirs(db: Db, worker: FoundWorker, agencies: string[]): Promise<Heir[]> {
  return db
    .selectFrom('workers')
    .select(['id', 'agencyId', 'name', 'jobTitle'])
    .where('agencyId', 'in', agencies)
    .where('id', 'not in', [worker.id, db.actor.workerId])
    .where('leftOn', 'is', null)
    .where('suspendedAt', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute()
}
