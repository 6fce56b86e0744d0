// The PostgreSQL 18 that Kith brings along: made, started, kept running and stopped with it.
import { rmSync } from 'node:fs'
import { type DataFolder, holdDataFolder, takenSentence } from './data-folder.ts'
import { diskSentence, reasonOf } from './disk.ts'
import type { Log } from './log.ts'
import { configure, ensureCluster } from './postgres/cluster.ts'
import { findPlace, type Place, socketFolder } from './postgres/place.ts'
import { runServer } from './postgres/server.ts'
import { Stop } from './stop.ts'

export interface PostgresOptions {
  readonly dataDir: string
  readonly log: Log
  /** The data folder, when the caller holds it already. */
  readonly folder?: DataFolder
  /** A port on loopback for tools; a socket alone when left out. */
  readonly port?: number | undefined
  /** False only for tests, where a power cut may cost the data. */
  readonly durable?: boolean
  /** Says a sentence to the person at the keyboard. */
  readonly say?: (sentence: string) => void
}

export interface Postgres {
  /** For the owner of the database kith, who may create roles, databases and trusted extensions. */
  readonly url: string
  readonly socket: string
  /** The process number of the PostgreSQL that runs now: a new one after it died. */
  readonly pid: number
  stop(): Promise<void>
}

/**
 * Starts PostgreSQL on a data folder, which is made when missing and held until stop().
 * @example const postgres = await openPostgres({ dataDir: '/srv/kith/.kith', log })
 */
export async function openPostgres(options: PostgresOptions): Promise<Postgres> {
  const { dataDir } = options
  const folder = options.folder ?? holdDataFolder(dataDir, 'its database')
  if (!folder) throw new Stop(takenSentence(dataDir))
  try {
    return await open(options, folder)
  } catch (error) {
    folder.release()
    throw error instanceof Stop || !reasonOf(error) ? error : new Stop(diskSentence(dataDir, error))
  }
}

async function open({ dataDir, log, port, durable = true, say = console.error }: PostgresOptions, folder: DataFolder): Promise<Postgres> {
  const place = findPlace(dataDir, say)
  const password = await ensureCluster(place, dataDir)
  const socket = socketFolder(place)
  configure(place, { socket, port, durable })
  const server = await runServer(place, log)
  const url = `postgres://kith_owner:${password}@localhost:${port ?? 5432}/kith?host=${encodeURIComponent(socket)}`
  folder.tell({ databaseUrl: url })
  const stop = async () => {
    await server.stop()
    leaveSocket(socket, place)
    folder.release()
  }
  return {
    url,
    socket,
    stop,
    get pid() {
      return server.pid
    },
  }
}

function leaveSocket(socket: string, place: Place): void {
  if (socket !== place.cluster) rmSync(socket, { recursive: true, force: true })
}
