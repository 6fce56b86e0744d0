/** A password that is in the list of stolen ones is refused wherever one is chosen; while the list cannot be read, none is taken. */
import { createHash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { openSignIn, signIn, withPassword } from '../../../test/sign-in.ts'
import { linkInMailTo, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { asWorker } from '../../platform/db.ts'
import { invitationLink, passwordLink } from './links.ts'
import { inviteWorker } from './invitations.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-stolen-'))
const path = join(folder, 'stolen.txt')
const stolen = 'quiet harbour brick'
const refused = 'That password is easy to guess'
const unread = 'New passwords cannot be checked just now'
ownDatabase()
const { post } = visitor(createApp())

beforeAll(async () => {
  writeFileSync(path, `${createHash('sha1').update(stolen).digest('hex').toUpperCase()}:17\r\n`)
  await openSignIn({ KITH_STOLEN_PASSWORDS: path })
  await withPassword(cast.tom, 'copper lantern tide')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Way {
  link: string
  cookie?: string
  current?: string
}

/** Each way to a new password, not yet gone. */
async function ways(): Promise<Record<string, Way>> {
  await post('/password', { email: 'tom.ashdown@example.test' })
  return {
    'an invitation': { link: invitationLink(await asWorker(cast.pat, db => inviteWorker(db, cast.sam))) },
    'a change': { link: passwordLink, cookie: await signIn(cast.tom), current: 'copper lantern tide' },
    'a reset': { link: await linkInMailTo('tom.ashdown@example.test', 'password') },
  }
}

async function choose(password: string, { link, cookie, current }: Way) {
  const answer = await post(link, { password, ...(current && { current }) }, cookie)
  const page = await answer.text()
  return { status: answer.status, refused: page.includes(refused), unread: page.includes(unread), shown: page.includes(password) }
}

test('a stolen password is refused by invitation, by change and by reset, which take another then', async () => {
  for (const [way, about] of Object.entries(await ways())) {
    expect([way, await choose(stolen, about)]).toEqual([way, { status: 422, refused: true, unread: false, shown: false }])
    expect([way, await choose(`${stolen} ${way}`, about)]).toEqual([way, expect.objectContaining({ refused: false, unread: false })])
  }
  const signedIn = (password: string) => post('/sign-in', { email: 'tom.ashdown@example.test', password }).then(({ status }) => status)
  expect([await signedIn(stolen), await signedIn(`${stolen} a reset`)]).toEqual([422, 303])
})

test('while the list cannot be read no password is taken, and the form says so', async () => {
  renameSync(path, `${path}.away`)
  const invited = { link: invitationLink(await asWorker(cast.pat, db => inviteWorker(db, cast.owen))) }
  expect(await choose('marble window cloud', invited)).toEqual({ status: 422, refused: false, unread: true, shown: false })
  renameSync(`${path}.away`, path)
  expect(await choose('marble window cloud', invited)).toMatchObject({ status: 303 })
})
