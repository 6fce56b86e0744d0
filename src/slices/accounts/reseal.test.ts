/** A changed secret costs nobody their second step: what sign-in keeps encrypted goes over to the new one, and the old one opens nothing. */
import { createHmac } from 'node:crypto'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { behindTheRules, currentDatabase, ownDatabase } from '../../../test/database.ts'
import { testSecret } from '../../../test/secret.ts'
import { openSignIn, signIn, withPassword } from '../../../test/sign-in.ts'
import { cookiesOf, visitor } from '../../../test/visitor.ts'
import { createApp } from '../../app.tsx'
import { changeSecret } from '../../change-secret.ts'
import { authDb } from '../../platform/auth-db.ts'
import { asWorker } from '../../platform/db.ts'
import { sendMail } from '../../platform/mail.ts'
import { unseal } from '../../platform/sealed.ts'
import { formPurpose } from './carried-forms.ts'

ownDatabase()
const { post, page, alive } = visitor(createApp())
const [email, password] = ['tom.ashdown@example.test', 'copper lantern tide']
const another = 'another secret, of forty letters or so, 7d1'
let app = ''
let recovery: string[] = []

beforeAll(async () => {
  await withPassword(cast.tom, password)
  const cookie = await signIn(cast.tom)
  await post('/account/app', { current: password }, cookie)
  app = /<code>([A-Z2-7 ]+)<\/code>/.exec(await page('/account/app/code', cookie))?.[1]?.replaceAll(' ', '') ?? ''
  const shown = await post('/account/app/code', { code: code() }, cookie)
  recovery = [...(await shown.text()).matchAll(/<li><code>([^<]+)/g)].map(match => match[1] ?? '')
  await asWorker(cast.tom, db => sendMail(db, { to: email, subject: 'Kith', text: 'It waits' }, { secret: testSecret }))
  await carried(cookiesOf(await post('/sign-in/code', { code: code() }, await password1())))
})

test('a wrong old secret is said in one sentence, and changes nothing', async () => {
  const before = await kept()
  const wrong = changeSecret(currentDatabase().ownerUrl, { secret: another, secretBefore: 'never was the secret of any Kith at all' })
  await expect(wrong).rejects.toThrow('KITH_SECRET_BEFORE is not the secret that second steps were encrypted with until now')
  expect(await kept()).toEqual(before)
})

test('codes, recovery codes, waiting forms and waiting e-mails open with the new secret, and with the old one no more', async () => {
  const signedIn = await signIn(cast.tom)
  const change = { secret: another, secretBefore: testSecret }
  expect(await changeSecret(currentDatabase().ownerUrl, change)).toEqual({ changed: 6, already: 0, neither: 0 })
  expect(await changeSecret(currentDatabase().ownerUrl, change)).toEqual({ changed: 0, already: 6, neither: 0 })
  expect((await post('/sign-in/code', { code: code() }, await password1())).status).toBe(500)
  await openSignIn({ KITH_SECRET: another })
  onTestFinished(() => openSignIn({ KITH_SECRET: testSecret }))
  expect(await alive(signedIn)).toBe(401)
  expect((await post('/sign-in/code', { code: code() }, await password1())).status).toBe(303)
  expect((await post('/sign-in/code', { code: recovery[0] ?? '' }, await password1())).status).toBe(303)
  const { form, mail } = await kept()
  expect(unseal(another, formPurpose, form).toString()).toContain('Words+that+wait')
  expect(unseal(another, 'mail', Buffer.from(mail, 'base64')).toString()).toContain('It waits')
  expect(() => unseal(testSecret, formPurpose, form)).toThrow()
  expect(() => unseal(testSecret, 'mail', Buffer.from(mail, 'base64'))).toThrow()
})

/** The cookies of whoever has given the password and not yet the code. */
const password1 = async () => cookiesOf(await post('/sign-in', { email, password }))

async function carried(cookies: string): Promise<void> {
  await behindTheRules(currentDatabase(), ['sessions'], client =>
    client.query("update sessions set last_seen_at = now() - interval '2 hours'"),
  )
  await post('/cases/new', { programme: 'general-support', title: 'Words that wait' }, cookies)
}

async function kept() {
  const [steps] = await authDb().selectFrom('twoFactors').selectAll().execute()
  const [form] = await authDb().selectFrom('carriedForms').select('sealed').execute()
  const { rows } = await behindTheRules(currentDatabase(), [], client =>
    client.query<{ sealed: string }>(
      "select data ->> 'sealed' as sealed from jobs.job where name = 'mail' order by created_on desc limit 1",
    ),
  )
  return { steps, form: form?.sealed ?? Buffer.of(), mail: rows[0]?.sealed ?? '' }
}

/** What an authenticator app shows (RFC 6238). */
function code(): string {
  const bits = [...app].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map(byte => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const digest = createHmac('sha1', key).update(counter).digest()
  return String((digest.readUInt32BE((digest[19] ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
