// The database gone for a while: requests say so, nothing crashes, and work goes on by itself afterwards.
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { answers, connect, disconnect, transact } from '../../src/platform/db.ts'
import { Unavailable } from '../../src/platform/errors.ts'
import { listen, stopListening, watch } from '../../src/platform/live.ts'
import { log } from '../../src/platform/log.ts'
import { migrate, urlFor } from '../../src/platform/migrate.ts'
import { openPostgres } from '../../src/platform/postgres.ts'
import { addCast, cast } from '../cast.ts'
import { testSecret } from '../secret.ts'
import { newFolder } from './processes.ts'

test('while the database is away work is refused as unavailable, and afterwards it goes on by itself', async () => {
  const database = await ownPostgres()
  const [begun, away] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const cutOff = expect(
    transact({ worker: cast.tom }, async db => {
      begun.resolve()
      await away.promise
      await sql`select 1`.execute(db)
    }),
  ).rejects.toThrow(Unavailable)
  await begun.promise
  await database.goAway()
  away.resolve()
  await cutOff
  await expect(transact({ worker: cast.tom }, async db => db.actor.name)).rejects.toThrow(Unavailable)
  expect(await answers()).toBe(false)
  await database.comeBack()
  expect(await answers()).toBe(true)
  expect(await transact({ worker: cast.tom }, async db => db.actor.name)).toBe('Tom Ashdown')
})

test('open pages are told to look again once the database is back', async () => {
  const database = await ownPostgres()
  await listen()
  onTestFinished(stopListening)
  await database.goAway()
  const told = new Promise<void>(resolve => watch(['case:any'], () => resolve()))
  await database.comeBack()
  await told
})

async function ownPostgres() {
  const options = { dataDir: newFolder(), log, durable: false, say: () => {} }
  let postgres = await openPostgres(options)
  await migrate(postgres.url, testSecret)
  await addCast(postgres.url)
  connect({ connectionString: urlFor(postgres.url, 'kith_app', testSecret), max: 4 })
  onTestFinished(async () => {
    await disconnect()
    await postgres.stop()
  })
  return {
    goAway: () => postgres.stop(),
    comeBack: async () => {
      postgres = await openPostgres(options)
    },
  }
}
