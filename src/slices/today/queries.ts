/** Everything that Today shows, each part one indexed query with a short limit. */
import type { Db } from '../../platform/db.ts'
import { listNotices, listOpenings } from '../break-glass/index.ts'
import { listUrgentMessages, listWaiting } from '../messages/index.ts'
import { listEscalatedTasks, listMyTasks } from '../plan/index.ts'
import { findReceiptsToday } from '../receipts/index.ts'
import { listWaitingRecalls } from '../recalls/index.ts'
import { listSearchNotices, listUrgentRequests } from '../requests/index.ts'
import { listChanges, listRecentCases } from './changes.ts'
import { listEndingShares, listLedClocks } from './clocks.ts'

/** Tasks show on Today this many days before they are due. */
const daysAhead = 3

/** @example const today = await findToday(db) */
export async function findToday(db: Db) {
  const governs = db.actor.roles.includes('information_governance_lead')
  const [due, agencyDue, late, changes, waiting, clocks, shares, recent, openings, recalls, requests, searches, notices, receipts, urgent] =
    await Promise.all([
      listMyTasks(db, 'own', { daysAhead, most: 12 }),
      listMyTasks(db, 'agency', { daysAhead, most: 5 }),
      listEscalatedTasks(db, 5),
      listChanges(db, 10),
      listWaiting(db, { most: 5, unreadOnly: true }),
      listLedClocks(db, 6),
      listEndingShares(db, 6),
      listRecentCases(db, 6),
      governs ? listOpenings(db, { waiting: true }) : [],
      listWaitingRecalls(db, 5),
      listUrgentRequests(db, 5),
      listSearchNotices(db, 5),
      listNotices(db, 5),
      findReceiptsToday(db, 5),
      listUrgentMessages(db, 5),
    ])
  return {
    due,
    agencyDue,
    late,
    changes,
    waiting: waiting.filter(message => !urgent.some(one => one.id === message.id)),
    clocks,
    shares,
    recent,
    openings,
    recalls,
    requests,
    searches,
    notices,
    receipts,
    // Of what nobody opened in time, the card of such things speaks.
    urgent: urgent.filter(message => !receipts.urgent.some(alert => alert.messageId === message.id)),
    workerId: db.actor.workerId,
  }
}

export type Today = Awaited<ReturnType<typeof findToday>>
