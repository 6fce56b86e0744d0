// The user that PostgreSQL runs as, because it refuses to run as root.
import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { Stop } from '../stop.ts'

export interface Account {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

/**
 * Nobody, or whoever owns the database already, when Kith runs as root; otherwise undefined: the same user.
 * @example const account = postgresAccount('/srv/kith/.kith/postgres')
 */
export function postgresAccount(cluster: string): Account | undefined {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid
  const mine = process.getuid?.()
  if (mine !== 0) {
    if (owner !== undefined && owner !== mine) throw new Stop(foreignSentence(cluster, owner))
    return undefined
  }
  const all = accounts()
  const account = all.find(one => one.uid === owner) ?? all.find(one => one.name === 'nobody')
  if (!account) throw new Stop('PostgreSQL refuses to run as root and there is no user called nobody: start Kith as another user.')
  return account
}

/**
 * Whether the user can run a program and write in a folder, tried for real as that user.
 * @example reaches(account, { program: '/opt/postgres', folder: '/var/lib/kith' })
 */
export function reaches(account: Account, { program, folder }: { program?: string; folder?: string }): boolean {
  const tests = [program && 'test -x "$1" && "$1" --version >/dev/null', folder && 'cd "$2" && test -w .'].filter(Boolean)
  const args = ['-c', tests.join(' && '), 'sh', program ?? '', folder ?? '']
  return spawnSync('/bin/sh', args, { ...asAccount(account), cwd: '/', stdio: 'ignore' }).status === 0
}

/**
 * The options that make a child process run as the account.
 * @example spawn('initdb', args, asAccount(account))
 */
export function asAccount(account: Account | undefined): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {}
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => {
      const [name = '', , uid, gid] = line.split(':')
      return { name, uid: Number(uid), gid: Number(gid) }
    })
    .filter(one => one.uid > 0)
}

function foreignSentence(cluster: string, owner: number): string {
  const name = accounts().find(one => one.uid === owner)?.name ?? (owner === 0 ? 'root' : String(owner))
  return `The database in ${cluster} belongs to ${name}: start Kith as that user or as root, or set KITH_DATA_DIR to another folder.`
}
