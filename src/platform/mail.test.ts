// E-mail, from a transaction to a real mail server.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../test/cast.ts'
import { beforeDrop, ownDatabase } from '../../test/database.ts'
import { testSecret } from '../../test/secret.ts'
import { asWorker } from './db.ts'
import { closeJobs, openJobs } from './jobs.ts'
import { type Mail, mailer, sendMail } from './mail.ts'
import { urlFor } from './migrate.ts'
import { seal } from './sealed.ts'

const database = ownDatabase()
const received: string[] = []
let refusals = 0
const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, _session, done) {
    const parts: Buffer[] = []
    stream.on('data', part => parts.push(part))
    stream.on('end', () => {
      if (refusals-- > 0) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      received.push(Buffer.concat(parts).toString())
      done()
    })
  },
})
const mail: Mail = {
  to: 'tom.ashdown@example.test',
  subject: 'Your Kith account',
  text: 'Begin here: https://kith.example/invitations/abc',
}
const promise = (what = mail) => asWorker(cast.tom, db => sendMail(db, what, { secret: testSecret }))

const port = () => (server.server.address() as AddressInfo).port

beforeAll(async () => {
  server.listen(0, '0.0.0.0')
  await once(server.server, 'listening')
  const settings = { secret: testSecret, smtpUrl: `smtp://127.0.0.1:${port()}`, mailFrom: 'Kith <kith@example.test>', dataDir: '' }
  await openJobs(urlFor(database.ownerUrl, 'kith_jobs', testSecret), { mail: mailer(settings) }, { pollSeconds: 0.5 })
})
beforeDrop(closeJobs)
afterAll(() => new Promise<void>(resolve => server.close(() => resolve())))

test('An e-mail goes out once its transaction is committed', async () => {
  await promise()
  await expect.poll(() => received.length).toBe(1)
  expect(received[0]).toContain('Subject: Your Kith account')
  expect(received[0]?.split('\r\n\r\n')[1]?.trim()).toBe(mail.text)
})

test('An e-mail of a transaction that fails never goes out', async () => {
  const failing = asWorker(cast.tom, async db => {
    await sendMail(db, { ...mail, subject: 'Never' }, { secret: testSecret })
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  await promise({ ...mail, subject: 'Afterwards' })
  await expect.poll(() => received.at(-1)).toContain('Subject: Afterwards')
  expect(received.join()).not.toContain('Never')
})

test('A mail server that refuses for the moment is asked again', async () => {
  refusals = 1
  await promise({ ...mail, subject: 'Patience' })
  await expect.poll(() => received.at(-1)).toContain('Subject: Patience')
})

test('To another machine no e-mail goes out unencrypted, also when its server offers nothing else', async () => {
  const before = received.length
  // By this number Linux reaches itself, and Kith takes it for another machine.
  const settings = { secret: testSecret, smtpUrl: `smtp://127.0.0.2:${port()}`, mailFrom: 'Kith <kith@example.test>', dataDir: '' }
  const sealed = seal(testSecret, 'mail', Buffer.from(JSON.stringify(mail))).toString('base64')
  await expect(mailer(settings)({ sealed })).rejects.toThrow(/STARTTLS|TLS/)
  expect(received).toHaveLength(before)
})

test('Without a mail server the e-mail lies in a folder', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'kith-mail-'))
  const post = mailer({ secret: testSecret, smtpUrl: undefined, mailFrom: 'Kith <kith@localhost>', dataDir })
  await post({ sealed: seal(testSecret, 'mail', Buffer.from(JSON.stringify(mail))).toString('base64') })
  const [file] = readdirSync(join(dataDir, 'mail'))
  expect(readFileSync(join(dataDir, 'mail', file ?? ''), 'utf8')).toContain('To: tom.ashdown@example.test')
})

test('Nobody who serves pages can read an e-mail that waits', async () => {
  await expect(asWorker(cast.tom, db => sql`select data from jobs.job`.execute(db))).rejects.toThrow()
})
