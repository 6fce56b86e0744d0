/** What open pages are told of arrives a little after it was done. */
import { randomUUID } from 'node:crypto'
import { watch } from '../src/platform/live.ts'
import { behindTheRules, currentDatabase } from './database.ts'

/**
 * Waits until whatever was done until now has been told: news comes in the order in which it was committed.
 * @example await newsIsOut() // a page that begins to listen now hears of nothing that was done before
 */
export async function newsIsOut(): Promise<void> {
  const [to, heard] = [randomUUID(), Promise.withResolvers<unknown>()]
  const leave = watch([`to:${to}`], heard.resolve)
  await behindTheRules(currentDatabase(), [], client => client.query(`select pg_notify('kith', $1)`, [JSON.stringify({ to })]))
  await heard.promise.finally(leave)
}
