/** Whether anything waits for a worker, asked once a page: no more than whether to ask for it. */
import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'

export interface MayWait {
  /** How many messages lie unread, up to 50: the number on the bell. */
  unread: number
  recalls: boolean
  requests: boolean
  searches: boolean
  alerts: boolean
  /** Urgent ones. */
  messages: boolean
  emergencies: boolean
}

/**
 * What may wait for the worker at this moment; within one transaction, at the moment when it was asked first.
 * @example const { unread } = await mayWait(db)
 */
export function mayWait(db: Db): Promise<MayWait> {
  const known = asked.get(db.actor) ?? ask(db)
  asked.set(db.actor, known)
  return known
}

// By worker and not by transaction: within one, a preview goes on as somebody else, for whom nothing of the worker's waits.
const asked = new WeakMap<Actor, Promise<MayWait>>()

async function ask(db: Db): Promise<MayWait> {
  const { rows } = await sql<MayWait>`select * from may_wait()`.execute(db)
  return rows[0] as MayWait
}

/**
 * A list, if anything may be on it.
 * @example await ifAny(db, 'requests', db => listUrgentRequests(db, 5))
 */
export const ifAny = async <T>(db: Db, kind: Exclude<keyof MayWait, 'unread'>, list: (db: Db) => Promise<T[]>): Promise<T[]> =>
  (await mayWait(db))[kind] ? list(db) : []
