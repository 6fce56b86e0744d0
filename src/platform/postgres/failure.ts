// Turns what PostgreSQL writes when it cannot start into one sentence for people.
import { fullSentence } from '../disk.ts'
import type { Place } from './place.ts'

const known: readonly [RegExp, (place: Place) => string][] = [
  [/No space left on device|Disk quota exceeded|Check free disk space/, place => fullSentence(place.home)],
  [
    /Read-only file system|Permission denied|Operation not permitted/,
    place => `PostgreSQL may not use ${place.cluster}: change who owns it, or choose another folder with KITH_DATA_DIR.`,
  ],
  [
    /initialized by PostgreSQL version|incompatible with server/,
    place =>
      `The database in ${place.cluster} was made by another version of PostgreSQL: make a backup with the Kith that made it, and restore that here.`,
  ],
  [
    /could not bind .*127\.0\.0\.1|could not create any TCP\/IP sockets/,
    () => 'The port of KITH_DATABASE_PORT is taken: choose another one, or leave the setting out.',
  ],
  [
    /ENOENT|ENOEXEC|error while loading shared libraries/,
    () => 'The PostgreSQL inside Kith cannot run on this machine: set KITH_DATABASE_URL to a PostgreSQL 18.',
  ],
  [
    /could not look up effective user ID/,
    () => 'PostgreSQL cannot run for a user who has no name: add this user to /etc/passwd, start Kith as root, or set KITH_DATABASE_URL.',
  ],
  [
    /could not create shared memory|Cannot allocate memory/,
    () => 'There is too little memory for PostgreSQL: end other programs, or set KITH_DATABASE_URL to another machine.',
  ],
]

/**
 * The sentence for what PostgreSQL said.
 * @example throw new Stop(failure(place, said))
 */
export function failure(place: Place, said: string): string {
  const match = known.find(([pattern]) => pattern.test(said))
  if (match) return match[1](place)
  const lines = said.split('\n').filter(line => /FATAL|PANIC|ERROR|error:/.test(line))
  return `PostgreSQL could not start in ${place.cluster}: ${lines.at(-1) ?? 'it gave no reason'}`
}
