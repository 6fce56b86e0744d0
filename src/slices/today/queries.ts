/** Everything that Today shows, each part one indexed query with a short limit. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { together } from '../../platform/together.ts'
import { listNotices, listOpenings } from '../break-glass/index.ts'
import { listUrgentMessages, listWaiting } from '../messages/index.ts'
import { listEscalatedTasks, listMyTasks } from '../plan/index.ts'
import { findReceiptsToday, listUrgentAlerts } from '../receipts/index.ts'
import { listWaitingRecalls } from '../recalls/index.ts'
import { listSearchNotices, listUrgentRequests } from '../requests/index.ts'
import { listChanges, listRecentCases } from './changes.ts'
import { listEndingShares, listLedClocks } from './clocks.ts'

/** Tasks show on Today this many days before they are due. */
const daysAhead = 3

/** @example const today = await findToday(db) */
export async function findToday(db: Db) {
  const governs = db.actor.roles.includes('information_governance_lead')
  const waits = findWhatMayWait(db)
  const ifAny = <T>(kind: keyof MayWait, list: (db: Db, most: number) => Promise<T[]>) => waits.then(any => (any[kind] ? list(db, 5) : []))
  const parts = await together({
    due: listMyTasks(db, 'own', { daysAhead, most: 12 }),
    agencyDue: listMyTasks(db, 'agency', { daysAhead, most: 5 }),
    late: listEscalatedTasks(db, 5),
    changes: listChanges(db, 10),
    waiting: listWaiting(db, { most: 5, unreadOnly: true }),
    clocks: listLedClocks(db, 6),
    shares: listEndingShares(db, 6),
    recent: listRecentCases(db, 6),
    openings: governs ? listOpenings(db, { waiting: true }) : [],
    recalls: ifAny('recalls', listWaitingRecalls),
    requests: ifAny('requests', listUrgentRequests),
    searches: ifAny('searches', listSearchNotices),
    notices: listNotices(db, 5),
    receipts: findReceiptsToday(db, 5, ifAny('alerts', listUrgentAlerts)),
    urgent: ifAny('messages', listUrgentMessages),
  })
  return {
    ...parts,
    waiting: parts.waiting.filter(message => !parts.urgent.some(one => one.id === message.id)),
    // Of what nobody opened in time, the card of such things speaks.
    urgent: parts.urgent.filter(message => !parts.receipts.urgent.some(alert => alert.messageId === message.id)),
    workerId: db.actor.workerId,
  }
}

export type Today = Awaited<ReturnType<typeof findToday>>

interface MayWait {
  recalls: boolean
  requests: boolean
  searches: boolean
  alerts: boolean
  messages: boolean
}

async function findWhatMayWait(db: Db): Promise<MayWait> {
  const { rows } = await sql<MayWait>`select * from may_wait()`.execute(db)
  return rows[0] as MayWait
}
