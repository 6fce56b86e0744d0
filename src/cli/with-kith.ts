// Opens the database for a command, whether Kith runs at the moment or not.
import { setTimeout as pause } from 'node:timers/promises'
import { type Config, config } from '../platform/config.ts'
import { holdDataFolder, takenSentence, whoRuns } from '../platform/data-folder.ts'
import { openDatabase } from '../platform/database.ts'
import { connect, disconnect } from '../platform/db.ts'
import { log } from '../platform/log.ts'
import { migrate, urlFor } from '../platform/migrate.ts'
import { Stop } from '../platform/stop.ts'

export interface Opened {
  readonly config: Config
  readonly ownerUrl: string
  /** Whether Kith itself runs on this database now, as far as this machine can tell. */
  readonly running: boolean
}

/**
 * Gives work the database as its owner; PostgreSQL is started for it when it does not run.
 * @example await withDatabase('kith backup', ({ ownerUrl }) => makeBackup(ownerUrl))
 */
export async function withDatabase<T>(doing: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const settings = config()
  const folder = settings.databaseUrl ? undefined : holdDataFolder(settings.dataDir, doing)
  if (!settings.databaseUrl && !folder) return work({ config: settings, ownerUrl: await runningUrl(settings.dataDir), running: true })
  try {
    const database = await openDatabase(settings, folder, log)
    try {
      return await work({ config: settings, ownerUrl: database.url, running: false })
    } finally {
      await database.stop()
    }
  } finally {
    folder?.release()
  }
}

/**
 * Gives work the database at this version of Kith, with asWorker() ready to use.
 * @example await withKith('kith import', () => asWorker(worker, db => addPeople(db, rows)))
 */
export function withKith<T>(doing: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  return withDatabase(doing, async opened => {
    await migrate(opened.ownerUrl, opened.config.secret, opened.config.bankHolidays)
    connect({ connectionString: urlFor(opened.ownerUrl, 'kith_app', opened.config.secret), max: 4 })
    try {
      return await work(opened)
    } finally {
      await disconnect()
    }
  })
}

// A Kith that has only just been started tells its address a moment later.
async function runningUrl(dataDir: string): Promise<string> {
  for (const until = Date.now() + 30_000; Date.now() < until; await pause(100)) {
    const url = whoRuns(dataDir)?.databaseUrl
    if (url) return url
  }
  throw new Stop(takenSentence(dataDir))
}
