// Opens the database that the settings name: the one that comes with Kith, or another.
import type { Config } from './config.ts'
import { type DataFolder, holdDataFolder, takenSentence } from './data-folder.ts'
import type { Log } from './log.ts'
import { checkOutsideDatabase } from './outside-database.ts'
import { openPostgres } from './postgres.ts'
import { Stop } from './stop.ts'

export interface Database {
  /** As the owner of the database. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Takes the data folder for this process when the database is to live in it.
 * @example const folder = ownFolder(config, 'npm start')
 */
export function ownFolder(config: Config, doing: string): DataFolder | undefined {
  if (config.databaseUrl) return undefined
  const folder = holdDataFolder(config.dataDir, doing)
  if (!folder) throw new Stop(takenSentence(config.dataDir))
  return folder
}

/**
 * The database, ready to be migrated.
 * @example const database = await openDatabase(config, folder, log)
 */
export async function openDatabase(config: Config, folder: DataFolder | undefined, log: Log): Promise<Database> {
  if (config.databaseUrl) {
    await checkOutsideDatabase(config.databaseUrl)
    return { url: config.databaseUrl, stop: async () => {} }
  }
  return openPostgres({ dataDir: config.dataDir, port: config.databasePort, log, ...(folder && { folder }) })
}
