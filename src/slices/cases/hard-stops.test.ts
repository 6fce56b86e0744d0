/** Hard stops of restorative justice: nothing passes between two people unless both want it and it is safe, and a no is the end. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { currentProgrammes, programmes } from '../../programmes/index.ts'
import { chronology } from '../chronology/index.ts'
import { documents } from '../documents/index.ts'
import { cases } from './index.ts'

ownDatabase()

const current = currentProgrammes().find(one => one.key === 'restorative-justice')
const send = async (slice: Parameters<typeof asking>[0], path: string, fields: Record<string, string>, worker: string = cast.tom) => {
  const answer = await asking(slice, worker)(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, page: await answer.text() }
}
const aRestorativeCase = () => aCase(cast.tom, { programme: 'restorative-justice', programmeVersion: 2 })
const write = (caseId: string, kind: string, side: string, worker?: string) =>
  send(chronology, `/cases/${caseId}/entries`, { body: `It is about ${kind}`, kind, side }, worker)
async function said(caseId: string, ...lines: [kind: string, side: string][]) {
  for (const [kind, side] of lines) expect((await write(caseId, kind, side)).status).toBe(303)
}
async function move(caseId: string, stage: string, worker: string = cast.tom) {
  const { version } = await asWorker(worker, db =>
    db.selectFrom('cases').select('version').where('id', '=', caseId).executeTakeFirstOrThrow(),
  )
  return send(cases, `/cases/${caseId}/stage`, { stage, version: String(version) }, worker)
}
const bothWantTo: [string, string][] = [
  ['wants_to', 'harmed'],
  ['wants_to', 'responsible'],
]

test('no meeting until both want it and the risk is assessed; the page says which is missing, and keeps the choice', async () => {
  const caseId = await aRestorativeCase()
  expect((await move(caseId, 'preparing')).status).toBe(303)
  await said(caseId, ['wants_to', 'harmed'])
  const early = await move(caseId, 'contact_made')
  expect([early.status, early.page.includes('Both must want to')]).toEqual([422, true])
  expect(early.page).toMatch(/value="contact_made"[^>]* checked|checked[^>]* value="contact_made"/)
  await said(caseId, ['wants_to', 'responsible'])
  expect((await move(caseId, 'contact_made')).page).toContain('The risk must be assessed first')
  await said(caseId, ['risk_assessment', 'all'])
  expect((await move(caseId, 'contact_made')).status).toBe(303)
})

test('a meeting is not written either; what happened all the same is written as a note, and nothing typed is lost', async () => {
  const caseId = await aRestorativeCase()
  const refused = await write(caseId, 'conference', 'all')
  expect([refused.status, refused.page.includes('write it as a note'), refused.page.includes('It is about conference')]).toEqual([
    422,
    true,
    true,
  ])
  await said(caseId, ['note', 'all'], ...bothWantTo, ['risk_assessment', 'all'], ['conference', 'all'])
})

test('either side may stop at any time, and that is all it takes', async () => {
  for (const side of ['harmed', 'responsible']) {
    const caseId = await aRestorativeCase()
    await said(caseId, ...bothWantTo, ['risk_assessment', 'all'], ['said_no', side])
    expect((await write(caseId, 'conference', 'all')).status).toBe(422)
    expect((await move(caseId, 'agreement')).status).toBe(422)
    await said(caseId, ['wants_to', side])
    expect((await move(caseId, 'agreement')).status).toBe(303)
  }
})

test('after a no, nobody goes back to the harmed person: no step on, no preparing, no letter; the other person may be told', async () => {
  const caseId = await aRestorativeCase()
  await said(caseId, ['said_no', 'harmed'])
  expect((await move(caseId, 'preparing')).page).toContain('nobody goes back to them')
  expect((await write(caseId, 'preparation', 'harmed')).status).toBe(422)
  expect((await write(caseId, 'preparation', 'responsible')).status).toBe(303)
  const letter = {
    to: 'Halvard Moulds',
    title: 'Would you like to talk?',
    greeting: 'Dear Halvard',
    body: 'Please ring me.',
    act: 'preview',
  }
  for (const side of ['harmed', 'all']) {
    const back = await send(documents, `/cases/${caseId}/letters/new`, { ...letter, side })
    expect([back.status, back.page.includes('nobody goes back to them'), back.page.includes('Please ring me.')]).toEqual([422, true, true])
  }
  expect((await send(documents, `/cases/${caseId}/letters/new`, { ...letter, side: 'responsible' })).page).not.toContain(
    'nobody goes back to them',
  )
})

test('who leads one side cannot go on alone, and does not learn what stands on the other', async () => {
  const caseId = await aRestorativeCase()
  await share(caseId, agency.health, {
    tier: 'lead',
    agreementId: null,
    basis: 'statutory gateway',
    gateway: 'Crime and Disorder Act 1998, section 115',
    sides: ['responsible'],
  })
  const before = await move(caseId, 'contact_made', cast.noor)
  await said(caseId, ...bothWantTo, ['risk_assessment', 'all'])
  const after = await move(caseId, 'contact_made', cast.noor)
  expect([before.status, before.page.includes('Only whoever leads this case, with all its sides')]).toEqual([403, true])
  expect(after).toEqual(before)
  await said(caseId, ['said_no', 'harmed'])
  expect((await move(caseId, 'preparing', cast.noor)).status).toBe(403)
})

test('after domestic abuse a specialist must agree', async () => {
  const caseId = await aRestorativeCase()
  await said(caseId, ...bothWantTo, ['risk_assessment', 'all'], ['domestic_abuse', 'harmed'])
  expect((await move(caseId, 'contact_made')).page).toContain('A specialist must agree first')
  await said(caseId, ['specialist_agrees', 'harmed'])
  expect((await move(caseId, 'agreement')).status).toBe(303)
})

test('every hard stop speaks of stages, kinds and sides that its programme has', () => {
  for (const { stages, entryKinds, sides = [], hardStops = [] } of programmes)
    for (const stop of hardStops) {
      const kinds = [stop.once, stop.until].flatMap(one => [one?.kind, one?.takenBackBy]).filter(kind => kind !== undefined)
      const named = [stop.once, stop.until].flatMap(one => one?.sides ?? [])
      expect(stages.map(one => one.key)).toEqual(expect.arrayContaining(stop.stages))
      expect(entryKinds.map(one => one.key)).toEqual(expect.arrayContaining([...kinds, ...stop.entryKinds]))
      expect(sides.map(one => one.key)).toEqual(expect.arrayContaining([...named, ...(stop.side ? [stop.side] : [])]))
    }
  expect(current?.version).toBe(2)
})

test('a case of the first version keeps to it', async () => {
  const caseId = await aCase(cast.tom, { programme: 'restorative-justice' })
  expect((await move(caseId, 'contact_made')).status).toBe(303)
})
