/** Everything that Today shows, each part one indexed query with a short limit. */
import type { Db } from '../../platform/db.ts'
import { listWaiting } from '../messages/index.ts'
import { listEscalatedTasks, listMyTasks } from '../plan/index.ts'
import { listChanges, listRecentCases } from './changes.ts'
import { listEndingShares, listLedClocks } from './clocks.ts'

/** Tasks show on Today this many days before they are due. */
const daysAhead = 3

/** @example const today = await findToday(db, new Date()) */
export async function findToday(db: Db, now: Date) {
  return {
    due: await listMyTasks(db, 'own', { daysAhead, most: 12 }),
    agencyDue: await listMyTasks(db, 'agency', { daysAhead, most: 5 }),
    late: await listEscalatedTasks(db, 5),
    changes: await listChanges(db, 10),
    waiting: await listWaiting(db, { most: 5, unreadOnly: true }),
    clocks: await listLedClocks(db, now, 6),
    shares: await listEndingShares(db, 6),
    recent: await listRecentCases(db, 6),
    workerId: db.actor.workerId,
  }
}

export type Today = Awaited<ReturnType<typeof findToday>>
