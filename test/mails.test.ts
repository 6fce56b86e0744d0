/** What leaves by e-mail, which is not a safe place: who is written to, and that nothing of any case is in it. */
import { globSync, readFileSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { asWorker, type Db } from '../src/platform/db.ts'
import { unseal } from '../src/platform/sealed.ts'
import { openInEmergency } from '../src/slices/break-glass/commands.ts'
import { sendMessage } from '../src/slices/messages/commands.ts'
import { giveTask } from '../src/slices/plan/commands.ts'
import { answerRequest, askAgency } from '../src/slices/requests/commands.ts'
import { endShare } from '../src/slices/sharing/commands.ts'
import { aCase, share } from './case.ts'
import { agency, agreement, cast } from './cast.ts'
import { behindTheRules, ownDatabase } from './database.ts'
import { testSecret } from './secret.ts'

vi.stubEnv('KITH_SECRET', testSecret)
const database = ownDatabase()
const owner = (tables: string[], statement: string, values: unknown[] = []) =>
  behindTheRules(database, tables, client => client.query(statement, values))

/** Those who are written to, and whatever is written, since the last test. */
async function mails(): Promise<{ to: string[]; words: string }> {
  const { rows } = await owner([], `select data ->> 'sealed' as sealed from jobs.job where name = 'mail'`)
  const found = rows.map(({ sealed }) => JSON.parse(unseal(testSecret, 'mail', Buffer.from(sealed, 'base64')).toString()))
  return { to: found.map(mail => mail.to.split('.')[0]).sort(), words: JSON.stringify(found) }
}
beforeEach(() => owner([], 'delete from jobs.job'))

const why = 'She rang from the car, he is following her'
async function emergency(by: string, caseId: string): Promise<string> {
  const { rows } = await owner(['cases'], 'select reference from cases where id = $1', [caseId])
  const { reference } = rows[0]
  expect(await asWorker(by, db => openInEmergency(db, { reference, reason: why, minutes: 30 }))).toBe(caseId)
  return reference
}

test('an emergency is told to whoever leads the case and to the governance leads of both agencies, and says nothing of it', async () => {
  const caseId = await aCase(cast.tom, { programme: 'da-marac' })
  await owner(
    ['worker_roles'],
    `insert into worker_roles (worker_id, role) values ($1, 'information_governance_lead') on conflict do nothing`,
    [cast.amir],
  )
  const reference = await emergency(cast.grace, caseId)
  const { to, words } = await mails()
  expect(to).toEqual(['amir', 'ingrid', 'tom'])
  for (const secret of [reference, reference.replace('-', ''), caseId, 'Fern Court', why, 'Grace', 'Penhale', 'Tom', 'MARAC', 'Wexmoor'])
    expect(words).not.toContain(secret)
})

test.each([
  [
    'is in conflict with the case',
    `insert into conflicts (worker_id, case_id, kind) values ('${cast.ingrid}', $1, 'declared by administrator')`,
  ],
  ['is suspended', `update workers set suspended_at = now() where id = '${cast.ingrid}' and $1::uuid is not null`],
])('a governance lead who %s is not written to', async (_, statement) => {
  const caseId = await aCase(cast.tom)
  await owner(['conflicts', 'workers', 'events'], statement, [caseId])
  await emergency(cast.noor, caseId)
  expect((await mails()).to).toEqual(['tom'])
  await owner(['workers'], 'update workers set suspended_at = null')
})

test('nobody is written to about anybody’s emergency but those', async () => {
  const caseId = await aCase(cast.sam)
  await share(caseId, agency.charity, { tier: 'contribute' }, cast.sam)
  await emergency(cast.tom, caseId)
  expect((await mails()).to).toEqual(['ingrid', 'sam'])
})

test('shares, their ends and recalls, requests and their answers, messages and tasks are seen in Kith alone', async () => {
  const caseId = await aCase()
  const shareId = await share(caseId, agency.housing, { tier: 'contribute' })
  const as = <T>(who: string, work: (db: Db) => Promise<T>) => asWorker(who, work)
  await as(cast.tom, db => sendMessage(db, caseId, { body: 'Ring me about Ayo', to: agency.housing }))
  await as(cast.tom, db => giveTask(db, caseId, { title: 'Ring Ayo', detail: '', to: agency.housing, due: '2026-12-01' }))
  const words = { about: 'Ayo Adeyemi', question: 'Who works with him?', purpose: 'To visit' }
  const asked = await as(cast.tom, db =>
    askAgency(db, { ...words, to: `${agency.housing}:${agreement.county}`, urgency: 'soon', case: null }),
  )
  await as(cast.amir, db => answerRequest(db, asked, { answer: 'nil', share: '', words: '' }))
  await as(cast.tom, db => endShare(db, caseId, shareId, 'No longer needed'))
  expect((await mails()).to).toEqual([])
})

test('every place that writes e-mails is known, and its subject is the same for everybody', () => {
  const writers = globSync('src/**/*.{ts,tsx}').filter(
    file => !/\.test\.|platform.mail\.ts$/.test(file) && /\bsendMail\(/.test(readFileSync(file, 'utf8')),
  )
  expect(writers.map(file => file.replaceAll('\\', '/')).sort()).toEqual([
    'src/slices/accounts/letters.ts',
    'src/slices/break-glass/commands.ts',
    'src/slices/receipts/jobs.ts',
    'src/slices/reminders/jobs.ts',
  ])
})
