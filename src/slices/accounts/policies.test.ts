/** Accounts and sessions are reached by sign-in alone, and sign-in reaches nothing else. */
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { roleMay } from '../../../test/role.ts'
import { openSignIn, withPassword } from '../../../test/sign-in.ts'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'
import { inviteWorker } from './invitations.ts'

const database = ownDatabase()

const tables = [
  'users',
  'sessions',
  'credentials',
  'verifications',
  'two_factors',
  'passkeys',
  'invitations',
  'sign_in_attempts',
  'carried_forms',
]

beforeAll(async () => {
  await openSignIn()
  await withPassword(cast.tom, 'copper lantern tide')
})

describe.each(tables)('The table %s', table => {
  test('can be read and written by no page, whoever is signed in', async () => {
    for (const worker of [cast.tom, cast.amir, cast.pat]) {
      expect(await may(worker, db => sql`select 1 from ${sql.table(table)}`.execute(db))).toBe('no')
      expect(await may(worker, db => sql`delete from ${sql.table(table)}`.execute(db))).toBe('no')
    }
  })

  test('can be read by sign-in', async () => {
    await expect(sql`select 1 from ${sql.table(table)}`.execute(authDb())).resolves.toBeTruthy()
  })
})

test.each([
  ['verifications', `insert into verifications (identifier, value, expires_at) values ('a link', 'its proof', now())`],
  ['two_factors', `insert into two_factors (user_id, secret, backup_codes) select id, 'a secret', 'codes' from users`],
  [
    'passkeys',
    `insert into passkeys (user_id, public_key, credential_id, counter, device_type, backed_up) select id, 'a key', uuidv7(), 0, 'phone', false from users`,
  ],
])('Sign-in keeps %s, finds them again and throws them away', async (table, added) => {
  await behindTheRules(database, ['users', table], client => client.query(added))
  expect(await roleMay(database, 'kith_auth', added)).toBe(1)
  expect(await roleMay(database, 'kith_auth', `select from ${table}`)).toBe(1)
  expect(await roleMay(database, 'kith_auth', `delete from ${table}`)).toBe(1)
})

test('Sign-in reads no case, no person, no worker and no event', async () => {
  await aCase()
  const reachable = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and has_table_privilege('kith_auth', oid, 'select')`.execute(
    authDb(),
  )
  expect(reachable.rows.map(row => row.name).sort()).toEqual([...tables].sort())
})

test('Sign-in cannot put itself in a worker’s place', async () => {
  await expect(sql`select * from enter_worker(${cast.tom})`.execute(authDb())).rejects.toThrow('permission denied')
  await expect(sql`set role kith_app`.execute(authDb())).rejects.toThrow('permission denied')
})

describe('An invitation', () => {
  const invites = (who: string, whom: string) =>
    asWorker(who, db => inviteWorker(db, whom)).then(
      () => 'yes',
      () => 'no',
    )

  test('is sent by administrators of the worker’s own agency, and by the partnership’s', async () => {
    expect(await invites(cast.amir, cast.grace)).toBe('yes')
    expect(await invites(cast.amir, cast.noor)).toBe('no')
    expect(await invites(cast.pat, cast.noor)).toBe('yes')
    for (const worker of [cast.tom, cast.ingrid, cast.sam]) expect(await invites(worker, cast.sam)).toBe('no')
  })

  test('never goes to somebody who has left', async () => {
    expect(await invites(cast.amir, cast.lena)).toBe('no')
    expect(await invites(cast.pat, cast.lena)).toBe('no')
  })
})
