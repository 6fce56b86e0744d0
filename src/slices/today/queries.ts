/** Everything that Today shows, each part one indexed query with a short limit. */
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { together } from '../../platform/together.ts'
import { listNotices, listOpenings } from '../break-glass/index.ts'
import { listUrgentMessages, listWaiting } from '../messages/index.ts'
import { listEscalatedTasks, listMyTasks } from '../plan/index.ts'
import { findReceiptsToday, listUrgentAlerts } from '../receipts/index.ts'
import { listWaitingRecalls } from '../recalls/index.ts'
import { listSearchNotices, listUrgentRequests } from '../requests/index.ts'
import { ifAny, mayWait } from '../waits/index.ts'
import { listChanges, listRecentCases } from './changes.ts'
import { listEndingShares, listLedClocks } from './clocks.ts'

/** Tasks show on Today this many days before they are due. */
const daysAhead = 3

/** @example const today = await findToday(db) */
export async function findToday(db: Db) {
  const governs = leadsGovernance(db.actor)
  const parts = await together({
    due: listMyTasks(db, 'all', { most: 12, ofAgency: 5, daysAhead }),
    late: listEscalatedTasks(db, 5),
    changes: listChanges(db, 10),
    waiting: mayWait(db).then(({ unread }) => (unread > 0 ? listWaiting(db, { most: 5, unreadOnly: true }) : [])),
    clocks: listLedClocks(db, 6),
    shares: listEndingShares(db, 6),
    recent: listRecentCases(db, 6),
    openings: governs ? listOpenings(db, { waiting: true }) : [],
    recalls: ifAny(db, 'recalls', () => listWaitingRecalls(db, 5)),
    requests: ifAny(db, 'requests', () => listUrgentRequests(db, 5)),
    searches: ifAny(db, 'searches', () => listSearchNotices(db, 5)),
    notices: listNotices(db, 5),
    receipts: findReceiptsToday(db, 5, ifAny(db, 'alerts', listUrgentAlerts)),
    urgent: ifAny(db, 'messages', () => listUrgentMessages(db, 5)),
  })
  return {
    ...parts,
    waiting: parts.waiting.filter(message => !parts.urgent.some(one => one.id === message.id)),
    // Of what nobody opened in time, the card of such things speaks.
    urgent: parts.urgent.filter(message => !parts.receipts.urgent.some(alert => alert.messageId === message.id)),
    workerId: db.actor.workerId,
    agencyId: db.actor.agencyId,
  }
}

export type Today = Awaited<ReturnType<typeof findToday>>
