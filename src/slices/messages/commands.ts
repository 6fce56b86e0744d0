/** What workers do with messages: send them and read them. */
import { type Db, newId } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { record } from '../../platform/events.ts'
import { markIn } from '../cases/index.ts'
import { listReached } from '../plan/index.ts'
import { openByOf } from '../receipts/index.ts'
import type { NewMessage } from './inputs.ts'
import { listWaiting } from './queries.ts'
import { markRead } from './reading.ts'

/** Sends a message to everyone on a case, or to one agency, team or worker who may read it; to these it may be urgent. */
export async function sendMessage(db: Db, caseId: string, message: NewMessage): Promise<string> {
  const { body, to, answerWithin = '' } = message
  const typed = { body, to, answerWithin }
  const mark = await markIn(db, caseId, message)
  const { side, category } = mark
  const toId = to || null
  if (toId && !(await listReached(db, caseId, mark)).some(one => one.id === toId && one.tier !== 'headline' && one.tier !== 'pointer')) {
    throw new Invalid({ to: 'Choose somebody who may read this case. To involve others, share the case first.' }, typed)
  }
  if (answerWithin && !toId) throw new Invalid({ to: 'Choose who is to answer. What is for everyone is answered by nobody.' }, typed)
  const id = newId()
  await db
    .insertInto('messages')
    .values({
      id,
      caseId,
      toId,
      body,
      answerBy: openByOf(answerWithin),
      side,
      category,
      authorId: db.actor.workerId,
      agencyId: db.actor.agencyId,
    })
    .execute()
  await record(db, 'message_sent', { caseId, subjectId: id, detail: toId ? { to: toId } : {}, mark })
  return id
}

/** Marks everything that waits as read, and records that it was done unseen. What is urgent stays: it counts as opened when somebody has opened it. */
export async function markAllRead(db: Db): Promise<void> {
  await markRead(
    db,
    (await listWaiting(db, { most: 100, unreadOnly: true })).filter(message => !message.answerBy).map(message => message.id),
  )
  await record(db, 'messages_put_by')
}
