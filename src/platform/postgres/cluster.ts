// Makes the embedded database once, all of it or nothing, and keeps its configuration up to date.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { diskSentence } from '../disk.ts'
import { keptSecret } from '../secrets.ts'
import { Stop } from '../stop.ts'
import { asAccount } from './account.ts'
import { failure } from './failure.ts'
import { give, type Place } from './place.ts'
import { hostAccess, postgresConfiguration, type Tuning } from './tuning.ts'

const owner = 'kith_owner'

/**
 * Leaves a cluster with the database kith and its owner ready to start, and gives the owner's password.
 * @example const password = await ensureCluster(place, '/srv/kith/.kith')
 */
export async function ensureCluster(place: Place, dataDir: string): Promise<string> {
  const exists = existsSync(join(place.cluster, 'PG_VERSION'))
  const passwordLost = exists && !existsSync(join(dataDir, 'database-password'))
  const password = keptSecret(dataDir, 'database-password')
  if (!exists) await makeCluster(place, password)
  else adopt(place)
  if (passwordLost) await single(place, place.cluster, `alter role ${owner} password '${password}';`)
  return password
}

/**
 * Writes the configuration that the next start of PostgreSQL reads.
 * @example configure(place, { socket: '/tmp', port: undefined, durable: true })
 */
export function configure(place: Place, wanted: Omit<Tuning, 'prewarms'>): void {
  const tuning = { ...wanted, prewarms: existsSync(join(place.programs, 'share/postgresql/extension/pg_prewarm.control')) }
  try {
    for (const [name, text] of [
      ['postgresql.conf', postgresConfiguration(tuning)],
      ['pg_hba.conf', hostAccess],
    ] as const) {
      writeFileSync(join(place.cluster, name), text, { mode: 0o600 })
      give(join(place.cluster, name), place.account)
    }
  } catch (error) {
    throw new Stop(diskSentence(place.cluster, error))
  }
}

// A folder copied or restored by root belongs to root until somebody gives it back.
function adopt({ cluster, account }: Place): void {
  if (account && statSync(cluster).uid !== account.uid) give(cluster, account)
}

// Made under another name first, so a start that is cut short leaves nothing half-made.
async function makeCluster(place: Place, password: string): Promise<void> {
  const draft = `${place.cluster}.new`
  try {
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { recursive: true, mode: 0o700 })
    give(draft, place.account)
    await program(place, 'initdb', ['-D', draft, ...initial])
    await single(place, draft, ownRole(password))
    renameSync(draft, place.cluster)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw new Stop(diskSentence(place.home, error))
  }
}

// The built-in locale sorts the same on every machine, so a moved folder needs no new indexes.
const initial = [
  '--username=postgres',
  '--auth=reject',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=PG_UNICODE_FAST',
]

function ownRole(password: string): string {
  return [`create role ${owner} login createrole createdb password '${password}';`, `create database kith owner ${owner};`].join('\n\n')
}

// Single-user mode needs no open door, so the superuser never gets a password.
function single(place: Place, cluster: string, sql: string): Promise<void> {
  return program(place, 'postgres', ['--single', '-j', '-D', cluster, 'template1'], `${sql}\n\n`)
}

function program(place: Place, name: string, args: string[], input = ''): Promise<void> {
  const child = spawn(join(place.programs, 'bin', name), args, {
    ...asAccount(place.account),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  })
  const said: string[] = []
  child.stderr.on('data', chunk => said.push(String(chunk)))
  child.stdout.resume()
  child.stdin.on('error', () => {}).end(input)
  return new Promise((resolve, reject) => {
    child.on('error', error => reject(new Stop(failure(place, String(error)))))
    child.on('close', code =>
      code === 0 && !/FATAL|ERROR/.test(said.join('')) ? resolve() : reject(new Stop(failure(place, said.join('')))),
    )
  })
}
