/** The pages of consent: recorded with limits, shown, withdrawn with what ends, and who sees which page. */
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { aSidedCase, joins } from '../../../test/sided-case.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { closeCase } from '../cases/commands.ts'
import { listConsents } from './queries.ts'
import { consents } from './routes.tsx'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
  await asWorker(cast.tom, db => joins(db, made.caseId, made.personId, { side: 'victim', role: 'Victim' }))
})

const said = () => ({
  person: made.personId,
  wordsShown: 'May we tell these agencies what you told us?',
  agencies: agency.outside,
  purposes: 'To find her a home',
  channel: 'phone',
  givenBy: 'self',
  capacity: 'has',
  givenOn: 'today',
  expiresOn: '1 Dec 2099',
})

test('it is recorded, shown to whoever may read that side, and withdrawn once', async () => {
  const [tom, at] = [asking(consents, cast.tom), `/cases/${made.caseId}/consents`]
  const refused = await tom(`${at}/new`, form({ ...said(), capacity: 'in doubt' }))
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('To find her a home')
  expect((await tom(`${at}/new`, form(said()))).status).toBe(303)
  const shows = async (who: string) => {
    const page = await asking(consents, who)(at)
    return `${page.status}${(await page.text()).includes('To find her a home') ? ' shown' : ''}`
  }
  expect([await shows(cast.tom), await shows(cast.grace), await shows(cast.noor), await shows(cast.owen)]).toEqual([
    '200 shown',
    '200 shown',
    '200',
    '404',
  ])
  const id = (await asWorker(cast.tom, db => listConsents(db, made.caseId)))[0]?.id
  expect(await (await tom(at)).text()).toContain(`href="/who/consent/${id}"`)
  expect((await asking(consents, cast.noor)(`${at}/${id}/withdrawal`)).status).toBe(404)
  expect(await (await tom(`${at}/${id}/withdrawal`)).text()).toContain('No share rests on it')
  expect((await tom(`${at}/${id}/withdrawal`, form({ words: '' }))).status).toBe(422)
  expect((await tom(`${at}/${id}/withdrawal`, form({ words: 'She rang' }))).status).toBe(303)
  expect(await (await tom(at)).text()).toContain('Withdrawn')
  expect((await tom(`${at}/${id}/withdrawal`, form({ words: 'Again' }))).status).toBe(409)
})

test('in a closed case a consent is withdrawn as ever, by way of its page, and none is recorded', async () => {
  const [tom, at] = [asking(consents, cast.tom), `/cases/${made.caseId}/consents`]
  expect((await tom(`${at}/new`, form(said()))).status).toBe(303)
  const id = (await asWorker(cast.tom, db => listConsents(db, made.caseId)))[0]?.id
  const shareId = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('grants')
      .values({
        id: shareId,
        caseId: made.caseId,
        principalId: agency.outside,
        tier: 'read',
        basis: 'consent',
        consentId: id ?? null,
        sides: ['victim'],
        reason: 'To find her a home',
        grantedBy: cast.tom,
      })
      .execute(),
  )
  await asWorker(cast.tom, db => closeCase(db, made.caseId, { reason: 'Other', result: 'Done', personView: '' }))
  const page = await (await tom(at)).text()
  expect(page).toContain(`${at}/${id}/withdrawal`)
  expect(page).not.toContain(`${at}/new`)
  expect((await asking(consents, cast.noor)(`${at}/${id}/withdrawal`)).status).toBe(404)
  expect((await tom(`${at}/${id}/withdrawal`)).status).toBe(200)
  expect((await tom(`${at}/${id}/withdrawal`, form({ words: 'She rang' }))).status).toBe(303)
  const share = await asWorker(cast.tom, db => db.selectFrom('grants').select('revokeReason').where('id', '=', shareId).execute())
  expect(share).toEqual([{ revokeReason: 'Consent was withdrawn' }])
  const late = await tom(`${at}/new`, form(said()))
  expect([late.status, (await late.text()).includes('To find her a home')]).toEqual([403, true])
})
