/** Cases as workers live them: opened, changed, closed, opened again; and what goes wrong gracefully. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { asking } from '../../../test/ask.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { closeCase, moveCase, openCase, recordOutcome, reopenCase } from './commands.ts'
import { newCase } from './inputs.ts'
import { findCaseFacts } from './facts.ts'
import { findCaseHead, listCases, listClosures, listOutcomes, listSubCases } from './queries.ts'
import { cases } from './routes.tsx'

ownDatabase()

const typed = (more: Record<string, string> = {}) =>
  newCase.parse({ programme: 'asb', title: 'Noise at Fern Court', summary: 'Loud music most nights', ...more })
const open = (by: string = cast.tom, more: Record<string, string> = {}) => asWorker(by, db => openCase(db, typed(more)))

test('a worker opens a case and leads it; it has a reference to read out over the phone', async () => {
  const head = await asWorker(cast.tom, async db => findCaseHead(db, await openCase(db, typed())))
  expect(head).toMatchObject({
    title: 'Noise at Fern Court',
    leadWorkerName: 'Tom Ashdown',
    ownerAgencyName: 'Police',
    stageName: 'Reported',
    tier: 'lead',
    mayLead: true,
  })
  expect(head.reference).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
})

test('a programme with a fixed length starts its counter by itself', async () => {
  const head = await asWorker(cast.tom, async db => findCaseHead(db, await openCase(db, typed({ programme: 'general-support' }))))
  expect(head.startsOn).toBeTruthy()
  expect((Date.parse(head.endsOn ?? '') - Date.parse(head.startsOn ?? '')) / 86_400_000).toBe(120)
})

test('an operation must belong to a team, and says so', async () => {
  await expect(open(cast.sam, { programme: 'modern-slavery' })).rejects.toThrow('Choose the team')
  await expect(open(cast.sam, { programme: 'modern-slavery', team: team.slaveryTeam })).resolves.toBeTruthy()
  await expect(open(cast.tom, { programme: 'modern-slavery', team: team.slaveryTeam })).rejects.toThrow('not change it in this way')
})

test('the list shows open cases newest first, mine alone when asked, and closed ones apart', async () => {
  const [first, second] = [await open(), await open(cast.sam)]
  await asWorker(cast.tom, async db => {
    const all = (await listCases(db, { open: true })).map(one => one.id)
    expect(all.indexOf(second)).toBeLessThan(all.indexOf(first))
    expect((await listCases(db, { open: true, leadWorkerId: cast.tom })).map(one => one.id)).not.toContain(second)
    expect((await listCases(db, { open: true, programme: 'modern-slavery' })).map(one => one.id)).not.toContain(first)
    await closeCase(db, first, { reason: 'Behaviour has stopped', result: 'Quiet for six weeks.', personView: 'I can sleep.' })
    expect((await listCases(db, { open: true })).map(one => one.id)).not.toContain(first)
    expect((await listCases(db, { open: false })).map(one => one.id)).toContain(first)
  })
})

test('closing keeps the reason, the result and the person’s own view; opening again keeps the closure', async () => {
  const id = await open()
  await asWorker(cast.tom, async db => {
    await closeCase(db, id, { reason: 'Behaviour has stopped', result: 'Quiet for six weeks.', personView: 'I can sleep.' })
    expect((await findCaseHead(db, id)).mayContribute).toBe(false)
    await expect(closeCase(db, id, { reason: 'Other', result: 'Again', personView: '' })).rejects.toBeInstanceOf(Conflict)
    await reopenCase(db, id, 'It started again')
    expect((await findCaseHead(db, id)).mayContribute).toBe(true)
    expect(await listClosures(db, id)).toMatchObject([{ personView: 'I can sleep.', reopenReason: 'It started again' }])
  })
})

test('of two who change the same case at once, the second is told and shown what stands', async () => {
  const id = await open()
  const { version } = await asWorker(cast.tom, db => findCaseHead(db, id))
  await asWorker(cast.sam, db => moveCase(db, id, { stage: 'investigating', version }))
  const refused = await asWorker(cast.tom, db => moveCase(db, id, { stage: 'plan', version })).catch(error => error)
  expect(refused).toBeInstanceOf(Conflict)
  expect(refused.theirs).toMatchObject({ stageName: 'Investigating' })
})

test('a sub-case leads up to the list it stands in, or to the headline for whoever sees no more of its master', async () => {
  const master = await open()
  const sub = await open(cast.tom, { parent: master })
  await share(master, agency.housing, { tier: 'headline' })
  await share(sub, agency.housing)
  const leadsTo = async (who: string) =>
    /class="kith-back" href="([^"]+)"/.exec(await (await asking(cases, who)(`/cases/${sub}/outcomes`)).text())?.[1]
  expect([await leadsTo(cast.tom), await leadsTo(cast.grace)]).toEqual([`/cases/${master}/sub-cases`, `/cases/${master}`])
})

test('a sub-case stands under its master', async () => {
  const master = await open()
  const sub = await open(cast.tom, { parent: master, title: 'Flat 2, Fern Court' })
  await asWorker(cast.tom, async db => {
    expect(await listSubCases(db, master)).toMatchObject([{ id: sub, title: 'Flat 2, Fern Court' }])
    expect(await findCaseHead(db, sub)).toMatchObject({ parentId: master, parentTitle: 'Noise at Fern Court' })
  })
  await expect(open(cast.grace, { parent: master })).rejects.toThrow('not change it in this way')
})

test('outcomes are recorded for days that have been', async () => {
  const id = await open()
  await asWorker(cast.tom, async db => {
    await recordOutcome(db, id, { kind: 'Person feels safer', detail: '', quantity: 1, achieved: '2026-01-05' })
    expect(await listOutcomes(db, id)).toMatchObject([{ kind: 'Person feels safer', agencyName: 'Police', achievedOn: '2026-01-05' }])
    await expect(recordOutcome(db, id, { kind: 'Other', detail: '', quantity: 1, achieved: '2990-01-05' })).rejects.toBeInstanceOf(Invalid)
    expect(await findCaseFacts(db, await findCaseHead(db, id))).toMatchObject({ agencies: ['Police'], people: [] })
  })
})

test('what cannot be taken says how to mend it', () => {
  const said = newCase.safeParse({ programme: '', title: 'x'.repeat(201), ends: 'someday' })
  expect(said.error?.issues.map(issue => issue.message)).toEqual(
    expect.arrayContaining([
      'Choose what kind of case this is.',
      'Shorten this to 200 characters.',
      'Write a date such as 24 Nov 2026, or leave it empty.',
    ]),
  )
})

test('a colleague of another agency who changes the title does not take the lead with it', async () => {
  const id = await aCase()
  await share(id, agency.housing, { tier: 'lead' })
  const page = await (await asking(cases, cast.grace)(`/cases/${id}/edit`)).text()
  expect(page).toContain(`<option value="${cast.tom}" selected="">Tom Ashdown</option>`)
  // It stands in none of the tabs.
  expect(/<nav[^>]*Parts of this case.*?<\/nav>/s.exec(page)?.[0]).not.toContain('aria-current')
})
