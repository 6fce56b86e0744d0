/** Sharing a case step by step, and ending a share, as workers do it. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, agreement, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { may } from '../../../test/may.ts'
import { asWorker } from '../../platform/db.ts'
import { Invalid, NotFound } from '../../platform/errors.ts'
import { listCovering, listRecipients } from './choice-queries.ts'
import { endShare, shareCase } from './commands.ts'
import type { NewShare } from './inputs.ts'
import { keepProposal, findFinishedProposal } from './proposals.ts'
import { listShares } from './queries.ts'
import { sharing } from './routes.tsx'
import { listMyWays } from './why-queries.ts'

ownDatabase()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const wish = (more: Partial<NewShare> = {}): NewShare => ({
  with: agency.housing,
  tier: 'read',
  basis: `agreement:${agreement.county}`,
  clause: '',
  reason: 'They let the flat',
  until: inDays(30),
  untilTime: '',
  subCases: false,
  side: [],
  sensitive: 'all',
  category: [],
  openWithin: '',
  ...more,
})
const sees = (who: string, caseId: string) => may(who, db => db.selectFrom('cases').select('id').where('id', '=', caseId).execute())
const refusal = (deed: Promise<unknown>) =>
  deed.then(
    () => 'nothing refused',
    error => (error instanceof Invalid ? error.errors : error.name),
  )

test('a case is shared, explained to both sides, and the share ended with a reason', async () => {
  const id = await aCase()
  const shareId = await asWorker(cast.tom, db => shareCase(db, id, wish()))
  const shares = await asWorker(cast.grace, db => listShares(db, id))
  expect(shares.find(one => one.id === shareId)).toMatchObject({
    name: 'Housing',
    people: 2,
    standing: 'open',
    agreementName: 'County safety agreement',
    grantedByName: 'Tom Ashdown',
  })
  expect(shares.filter(one => one.basis === 'owner').map(one => one.name)).toEqual(expect.arrayContaining(['Police', 'Tom Ashdown']))
  expect(await asWorker(cast.grace, db => listMyWays(db, id))).toMatchObject([
    { name: 'Housing', kind: 'agency', reason: 'They let the flat', agreementGateway: 'Crime and Disorder Act 1998, section 115' },
  ])

  await asWorker(cast.tom, db => endShare(db, id, shareId, 'The tenancy is over'))
  expect(await sees(cast.grace, id)).toBe('no')
  expect(await asWorker(cast.grace, db => listMyWays(db, id))).toEqual([])
  expect((await asWorker(cast.tom, db => listShares(db, id))).find(one => one.id === shareId)).toMatchObject({
    standing: 'ended',
    revokedByName: 'Tom Ashdown',
    revokeReason: 'The tenancy is over',
  })
  await expect(asWorker(cast.tom, db => endShare(db, id, shareId, 'Again'))).rejects.toThrow('ended already')
})

test('what a guest shared on ends along with their share when it stays ticked, and goes on when it does not', async () => {
  const id = await aCase()
  const lent = await asWorker(cast.tom, db => shareCase(db, id, wish({ tier: 'lead' })))
  const [toCharity, toHealth] = await asWorker(cast.grace, async db => [
    await shareCase(db, id, wish({ with: agency.charity })),
    await shareCase(db, id, wish({ with: agency.health })),
  ])
  const own = await asWorker(cast.tom, db => shareCase(db, id, wish({ with: team.hub })))
  const tom = asking(sharing, cast.tom)
  const page = await (await tom(`/cases/${id}/sharing/${lent}/end`)).text()
  expect([toCharity, toHealth, own].map(share => page.includes(`value="${share}"`))).toEqual([true, true, false])
  const refused = await tom(`/cases/${id}/sharing/${lent}/end`, form({ reason: '', along: toCharity }))
  expect([refused.status, (await refused.text()).match(/<input[^>]*checked[^>]*>/g)?.length]).toEqual([422, 1])
  const done = await tom(`/cases/${id}/sharing/${lent}/end`, form({ reason: 'The tenancy is over', along: [toCharity, own] }))
  expect(done.status).toBe(303)
  const standing = new Map((await asWorker(cast.tom, db => listShares(db, id))).map(share => [share.id, share.standing]))
  expect([lent, toCharity, toHealth, own].map(share => standing.get(share))).toEqual(['ended', 'ended', 'open', 'open'])
})

test.each<[string, Partial<NewShare>, string]>([
  ['an agreement that the other side has not signed', { with: agency.outside }, 'basis'],
  ['a law that the programme does not rest on', { basis: 'gateway:The Sharing Act' }, 'basis'],
  ['an end that has been', { until: inDays(-1) }, 'until'],
  ['an end after the agreement’s own', { until: inDays(400) }, 'until'],
  ['a clause of no agreement', { clause: `${agreement.county}:99` }, 'clause'],
])('refused with a sentence: %s', async (_what, more, field) => {
  const id = await aCase()
  const refused = await refusal(asWorker(cast.tom, db => shareCase(db, id, wish(more))))
  expect(Object.keys(refused)).toEqual([field])
})

test('only the agreements that cover both sides and the programme are offered', async () => {
  const id = await aCase()
  const offered = (who: string) => asWorker(cast.tom, async db => (await listCovering(db, id, who)).map(one => one.name))
  expect(await offered(agency.housing)).toEqual(['County safety agreement'])
  expect(await offered(team.hub)).toEqual(['County safety agreement'])
  expect(await offered(agency.outside)).toEqual([])
  expect(await offered(agency.ended)).toEqual([])
})

test('nobody is offered who cannot be shared with: the suspended, those who left, oneself', async () => {
  const found = (said: string) => asWorker(cast.tom, async db => (await listRecipients(db, said)).map(one => one.name))
  expect(await found('')).not.toContain('Quayside Trust')
  expect(await found('lena')).toEqual([])
  expect(await found('tom ash')).toEqual([])
  expect(await found('grace')).toEqual(['Grace Penhale'])
  expect(await found('100%')).toEqual([])
})

test('an agency is offered with its short name and who would read it, and not called the same twice', async () => {
  const offered = await asWorker(cast.tom, db => listRecipients(db, ''))
  const agencies = offered.filter(one => one.kind === 'agency')
  expect(agencies.length).toBeGreaterThan(0)
  for (const { name, about } of agencies)
    expect([name, about]).toEqual([name, expect.stringMatching(/^(?:.+ · e|E)verybody who works there$/)])
  expect(agencies.filter(({ name, about }) => about.startsWith(name))).toEqual([])
})

test('what was filled in waits for its writer alone until it is sent', async () => {
  const id = await aCase()
  await asWorker(cast.tom, db => keepProposal(db, id, { ...wish(), subCases: 'yes' }))
  expect(await asWorker(cast.tom, db => findFinishedProposal(db, id))).toMatchObject({ with: agency.housing, subCases: true })
  await expect(asWorker(cast.sam, db => findFinishedProposal(db, id))).rejects.toThrow(NotFound)
})

test('a contributor is told that they cannot share, and an outsider finds nothing', async () => {
  const id = await aCase()
  await share(id, agency.health, { tier: 'contribute' })
  expect(await refusal(asWorker(cast.noor, db => shareCase(db, id, wish())))).toBe('Forbidden')
  expect(await refusal(asWorker(cast.owen, db => shareCase(db, id, wish())))).toBe('NotFound')
})

test('a share on hold says why', async () => {
  const id = await aCase()
  await asWorker(cast.tom, db => shareCase(db, id, wish()))
  await asWorker(cast.pat, db => db.updateTable('agencies').set({ suspendedAt: new Date() }).where('id', '=', agency.housing).execute())
  expect((await asWorker(cast.tom, db => listShares(db, id))).at(-1)).toMatchObject({
    standing: 'shut',
    shutBecause: 'their agency is suspended',
  })
  await asWorker(cast.pat, db => db.updateTable('agencies').set({ suspendedAt: null }).where('id', '=', agency.housing).execute())
})
