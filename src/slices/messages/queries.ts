/** Reads of messages: those of one case, and those that wait for a worker. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

interface Envelope {
  id: string
  caseId: string
  sentAt: Date
  /** Set when it is urgent. */
  answerBy: Date | null
  authorId: string
  authorName: string
  agencyName: string
  /** Null: to everyone on the case. */
  toId: string | null
  toName: string | null
  /** Whether the worker has read it before now; their own count as read. */
  read: boolean
}

export interface ReadMessage extends Envelope {
  body: string
  side: string | null
  category: string | null
  /** Whether anybody but its author has. */
  opened: boolean
  /** When the first of them did. */
  openedAt: Date | null
  readers: string[]
}

/** Messages of a case, newest first, `most` + 1 at most. */
export async function listMessages(
  db: Db,
  caseId: string,
  { before, most = 50 }: { before?: Date; most?: number } = {},
): Promise<ReadMessage[]> {
  const rows = await sql<ReadMessage>`
    select m.id, m.case_id, m.body, m.side, m.category, m.sent_at, m.answer_by, m.author_id, author.name as author_name, agency.short_name as agency_name, m.to_id,
      coalesce(to_agency.short_name, to_team.name, to_worker.name) as to_name,
      m.author_id = (select my_worker()) or exists (select from message_reads r where r.message_id = m.id and r.worker_id = (select my_worker())) as read,
      first.at is not null as opened, first.at as opened_at,
      array(select w.name from message_reads r join workers w on w.id = r.worker_id where r.message_id = m.id and r.worker_id <> m.author_id order by r.at limit 30) as readers
    from messages m join workers author on author.id = m.author_id join agencies agency on agency.id = m.agency_id
      left join agencies to_agency on to_agency.id = m.to_id left join teams to_team on to_team.id = m.to_id left join workers to_worker on to_worker.id = m.to_id
      cross join lateral (select min(r.at) as at from message_reads r where r.message_id = m.id and r.worker_id <> m.author_id) first
    where m.case_id = ${caseId} ${before ? sql`and m.sent_at < ${before}` : sql``}
    order by m.sent_at desc, m.id desc limit ${sql.lit(most + 1)}`.execute(db)
  return rows.rows
}

export interface WaitingMessage extends Envelope {
  caseTitle: string
  caseReference: string
}

/**
 * Messages to the worker, their teams and their agency, and to everyone on the cases they work by name: unread first, of these the urgent, then newest.
 * Not what they say: that is read with the case, where the look is logged.
 * @example await listWaiting(db, { most: 5, unreadOnly: true })
 */
export async function listWaiting(db: Db, { most, unreadOnly = false }: { most: number; unreadOnly?: boolean }): Promise<WaitingMessage[]> {
  return waitingIn(
    db,
    sql`messages_for_me(${most}, ${unreadOnly})`,
    sql`order by mine.read, mine.read or m.answer_by is null, m.sent_at desc limit ${sql.lit(most)}`,
  )
}

/** Urgent messages to the worker, their teams and their agency that none of them has opened, the soonest first: of every case, or of one. */
export const listUrgentMessages = (db: Db, most: number, caseId?: string): Promise<WaitingMessage[]> =>
  waitingIn(
    db,
    sql`(select id, false as read from messages where answer_by > now() - interval '7 days' and to_id = any ((select my_principals())::uuid[])
      and author_id <> (select my_worker()) ${caseId ? sql`and case_id = ${caseId}` : sql``}
      and not exists (select from message_reads r where r.message_id = messages.id and r.worker_id <> messages.author_id))`,
    sql`order by m.answer_by limit ${sql.lit(most)}`,
  )

async function waitingIn(db: Db, mine: RawBuilder<unknown>, ordered: RawBuilder<unknown>): Promise<WaitingMessage[]> {
  const rows = await sql<WaitingMessage>`
    select m.id, m.case_id, c.title as case_title, c.reference as case_reference, m.sent_at, m.answer_by, m.author_id, author.name as author_name,
      agency.short_name as agency_name, m.to_id, coalesce(to_agency.short_name, to_team.name, to_worker.name) as to_name, mine.read
    from ${mine} mine join messages m on m.id = mine.id join cases c on c.id = m.case_id
      join workers author on author.id = m.author_id join agencies agency on agency.id = m.agency_id
      left join agencies to_agency on to_agency.id = m.to_id left join teams to_team on to_team.id = m.to_id left join workers to_worker on to_worker.id = m.to_id
    ${ordered}`.execute(db)
  return rows.rows
}
