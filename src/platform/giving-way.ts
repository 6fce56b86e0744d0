/** Changing the database beside those who work in it. */
import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { Stop } from './stop.ts'

/** How often it is tried: with the waits between, for about a minute. */
const most = 80

/**
 * Runs work in one transaction that gives way: what changes a table must have it to itself, and rather than keep others waiting for long,
 * or be stopped by PostgreSQL as one of two that wait for each other, it is undone and begun again. Throws Stop when the database stays busy.
 * @example await givingWay(client, () => client.query('alter table cases add …'))
 */
export async function givingWay(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await inTransaction(client, async () => {
        await client.query(`set local lock_timeout = '400ms'`)
        await work()
      })
      return
    } catch (error) {
      if (!isInTheWay(error)) throw error
      if (tried === most)
        throw new Stop('The database is busy with something long, and cannot be changed meanwhile. Start Kith again when it is done.')
      // Not in step with what it gave way to.
      await pause(randomInt(200, 500))
    }
  }
}

/** Whether a lock could not be had in time, or two waited for each other. */
const isInTheWay = (error: unknown): boolean => error instanceof pg.DatabaseError && ['55P03', '40P01'].includes(error.code ?? '')

/** Runs work in one transaction; nothing of it stays when it fails. */
export async function inTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
