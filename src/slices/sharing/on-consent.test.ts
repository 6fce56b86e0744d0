/** Sharing on consent, step by step: what is offered, what is refused with a sentence, what both sides read, and how it ends. */
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker } from '../../platform/db.ts'
import { newConsent, recordConsent, withdrawConsent } from '../consents/index.ts'
import { sharing } from './routes.tsx'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
let consent: string
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
beforeAll(async () => {
  made = await aSidedCase()
  consent = await asWorker(cast.tom, async db => {
    await joins(db, made.caseId, made.personId, { side: 'victim', role: 'Victim' })
    const said = { person: made.personId, wordsShown: 'May we tell them what you told us?', agencies: agency.outside, purposes: 'A home' }
    return recordConsent(db, made.caseId, newConsent.parse({ ...said, channel: 'phone', givenOn: inDays(-1), expiresOn: inDays(20) }))
  })
})

const [tom, owen] = [asking(sharing, cast.tom), asking(sharing, cast.owen)]
const at = (part = '') => `/cases/${made.caseId}/sharing${part}`
const wish = (more: Record<string, string> = {}) =>
  form({
    with: agency.outside,
    tier: 'read',
    basis: `consent:${consent}`,
    reason: 'They have a room',
    until: inDays(10),
    side: 'victim',
    sensitive: 'none',
    ...more,
  })
const words = async (page: Promise<Response>) => (await page).text().then(text => text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' '))

test('a consent is offered for those whom it names, and for nobody else', async () => {
  expect(await words(tom(at(`/new?with=${agency.outside}`)))).toContain('Consent of Ayo Adeyemi')
  expect(await words(tom(at(`/new?with=${agency.housing}`)))).not.toContain('Consent of')
})

test.each<[string, Record<string, string>, string]>([
  ['the other side of the case', { side: 'subject' }, 'They agreed for their own side of the case.'],
  ['an end after the consent’s own', { until: inDays(60) }, 'The consent ends before that.'],
  ['sub-cases', { subCases: 'yes' }, 'Consent was given for this case alone.'],
  ['somebody whom it does not name', { with: agency.housing }, 'This does not cover the share any more.'],
])('refused with a sentence: %s', async (_what, more, sentence) => {
  const page = await tom(at('/new'), wish(more))
  expect(page.status).toBe(422)
  expect(await page.text()).toContain(sentence)
})

test('it is checked, made and explained to both sides; taken back, it is gone at once', async () => {
  expect((await tom(at('/new'), wish())).status).toBe(303)
  const check = await words(tom(at('/check')))
  expect(check).toMatch(/until the end of \w{3} \d/)
  expect(check).toContain('It rests on the consent of Ayo Adeyemi, and ends at once when that is taken back.')
  expect((await tom(at(), form({}))).status).toBe(303)
  expect(await words(tom(at()))).toContain('Lawful through the consent of Ayo Adeyemi, given on')
  expect(await words(owen(`/cases/${made.caseId}/why`))).toContain('Lawful through the consent of Ayo Adeyemi, given on')
  // Whoever has only the side that must never learn of the case learns of no consent either.
  expect(await words(asking(sharing, cast.noor)(at()))).not.toContain('Adeyemi, given on')
  await asWorker(cast.tom, db => withdrawConsent(db, made.caseId, consent, 'She rang'))
  expect((await owen(`/cases/${made.caseId}/why`)).status).toBe(404)
  expect(await words(tom(at()))).toContain('Consent was withdrawn')
  expect((await tom(at('/new'), wish())).status).toBe(422)
})
