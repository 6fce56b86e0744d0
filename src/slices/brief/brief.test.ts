/** The brief as it is read before knocking on a door. */
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../../app.tsx'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { openSignIn, signIn } from '../../../test/sign-in.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { giveTask } from '../plan/index.ts'
import { mostPeople } from './people.ts'

const database = ownDatabase()
beforeAll(() => openSignIn())

async function brief(who: string, caseId: string) {
  const answer = await createApp().request(`/cases/${caseId}/brief`, { headers: { cookie: await signIn(who) } })
  return { status: answer.status, text: await answer.text() }
}

async function aFullCase() {
  const caseId = await aCase()
  const person = newId()
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('people')
      .values({ id: person, givenName: 'Ama', familyName: 'Lee', bornOn: '1992-05-04', createdBy: cast.tom })
      .execute()
    await db
      .insertInto('casePeople')
      .values({ caseId, personId: person, role: 'Complainant', basis: 'Rang us', addedBy: cast.tom })
      .execute()
    await db
      .insertInto('personWarnings')
      .values({
        personId: person,
        caseId,
        instruction: 'Visit in twos',
        reason: 'Dog kept loose',
        reviewOn: '2027-01-10',
        recordedBy: cast.tom,
      })
      .execute()
    await db
      .insertInto('personNeeds')
      .values([
        { personId: person, caseId, kind: 'interpreter', detail: 'Twi', recordedBy: cast.tom },
        { personId: person, caseId, kind: 'safe contact', detail: 'Text only, before 3 pm', recordedBy: cast.tom },
      ])
      .execute()
    await db
      .insertInto('personContacts')
      .values({ personId: person, caseId, kind: 'mobile', value: '07700 900123', note: 'Never leave a message', recordedBy: cast.tom })
      .execute()
    for (const days of [1, 2, 3, 4]) {
      await db
        .insertInto('entries')
        .values({
          caseId,
          kind: 'visit',
          occurredAt: new Date(Date.now() - days * 86_400_000),
          body: `Visit number ${days}`,
          authorId: cast.tom,
          agencyId: agency.police,
        })
        .execute()
    }
    await db.updateTable('cases').set({ startsOn: '2026-10-11', endsOn: '2027-02-07' }).where('id', '=', caseId).execute()
  })
  await behindTheRules(database, ['workers'], client => client.query(`update workers set phone = '01632 960123' where id = $1`, [cast.tom]))
  return caseId
}

test('the brief says who, how to be safe, what they need, when they were last seen, what is next and whom to ring', async () => {
  const caseId = await aFullCase()
  await share(caseId, agency.housing, { tier: 'contribute' })
  await asWorker(cast.tom, db =>
    giveTask(db, caseId, { title: 'Bring the new keys', to: cast.grace, due: '2026-12-01', aim: '', detail: '' }),
  )
  const { status, text } = await brief(cast.grace, caseId)
  expect(status).toBe(200)
  for (const words of [
    'Ama Lee',
    'Complainant',
    'Visit in twos',
    'Dog kept loose',
    'Twi',
    'Text only, before 3 pm',
    '07700 900123',
    'Never leave a message',
    'Visit number 1',
    'Visit number 3',
    'Bring the new keys',
    '01632 960123',
    'of 120',
    'You have not looked at this case before',
    'Read by Grace Penhale',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Visit number 4')
})

test('on a second look it shows what others wrote in between, and the look is logged as a brief', async () => {
  const caseId = await aFullCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await brief(cast.grace, caseId)
  await asWorker(cast.tom, db =>
    db
      .insertInto('entries')
      .values({ caseId, kind: 'note', occurredAt: new Date(), body: 'Moved to her aunt’s', authorId: cast.tom, agencyId: agency.police })
      .execute(),
  )
  const { text } = await brief(cast.grace, caseId)
  expect([text.includes('Since you last looked'), text.includes('Moved to her aunt')]).toEqual([true, true])
  expect((await brief(cast.grace, caseId)).text).toContain('Moved to her aunt')
  await behindTheRules(database, ['looks'], client =>
    client.query(`update looks set at = at - interval '1 hour' where case_id = $1`, [caseId]),
  )
  await behindTheRules(database, ['entries'], client =>
    client.query(`update entries set recorded_at = recorded_at - interval '2 hours' where case_id = $1`, [caseId]),
  )
  expect((await brief(cast.grace, caseId)).text).toContain('Nothing has changed')
  const looks = await asWorker(cast.tom, db =>
    db.selectFrom('looks').select('kind').where('caseId', '=', caseId).where('workerId', '=', cast.grace).execute(),
  )
  expect(looks.map(look => look.kind)).toEqual(['brief', 'brief', 'brief', 'brief'])
})

test('what was written since yesterday is told for as long as today’s visit lasts, however often it is opened', async () => {
  const caseId = await aFullCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await brief(cast.grace, caseId)
  await behindTheRules(database, ['last_looks'], client =>
    client.query(`update last_looks set began_at = began_at - interval '1 day', last_at = last_at - interval '1 day' where case_id = $1`, [
      caseId,
    ]),
  )
  await asWorker(cast.tom, db =>
    db
      .insertInto('entries')
      .values({ caseId, kind: 'note', occurredAt: new Date(), body: 'Moved to her aunt’s', authorId: cast.tom, agencyId: agency.police })
      .execute(),
  )
  for (const time of ['first', 'second', 'third'])
    expect([time, (await brief(cast.grace, caseId)).text]).toEqual([time, expect.stringContaining('Moved to her aunt')])
})

test('what was written since is told also when it happened long ago and fifty others since then', async () => {
  const caseId = await aFullCase()
  await share(caseId, agency.housing, { tier: 'read' })
  const own = { caseId, kind: 'note', authorId: cast.tom, agencyId: agency.police }
  const note = (body: string, days: number) => ({ ...own, id: newId(), body, occurredAt: new Date(Date.now() - days * 86_400_000) })
  const write = (notes: ReturnType<typeof note>[]) => asWorker(cast.tom, db => db.insertInto('entries').values(notes).execute())
  await write(Array.from({ length: 51 }, (_, n) => note(`Rang, no answer, ${n}`, 5)))
  await brief(cast.grace, caseId)
  await write([note('She was at the refuge last winter', 300)])
  const { text } = await brief(cast.grace, caseId)
  expect(text).toContain('She was at the refuge last winter')
  expect(text).not.toContain('Rang, no answer')
})

test('a brief needs the read tier: with less, or with nothing, it is not there', async () => {
  const caseId = await aFullCase()
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, agency.charity, { tier: 'pointer' })
  for (const who of [cast.noor, cast.aisha, cast.owen, cast.vera]) expect((await brief(who, caseId)).status).toBe(404)
})

test('a brief says that nobody else is in it yet, and does not say how many people there are when it read only some', async () => {
  const caseId = await aCase()
  const people = Array.from({ length: mostPeople }, () => newId())
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('people')
      .values(people.map(id => ({ id, givenName: 'Alex', familyName: 'Lee', createdBy: cast.tom })))
      .execute()
    await db
      .insertInto('casePeople')
      .values(people.map(personId => ({ caseId, personId, role: 'Complainant', basis: 'Rang us', addedBy: cast.tom })))
      .execute()
  })
  const { text } = await brief(cast.tom, caseId)
  expect(text).toContain(`And at least ${mostPeople - 8} more on the case.`)
  expect(text).toContain('Nobody else yet.')
})
