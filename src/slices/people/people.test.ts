/** People as workers meet them: added, amended, brought into cases, and what is learnt about them. */
import { expect, test } from 'vitest'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { Conflict, Invalid } from '../../platform/errors.ts'
import { listCaseObjects, listCasePeople } from './case-queries.ts'
import { listMergedEntries } from './chronology.ts'
import { addListedPerson, amendPerson } from './commands.ts'
import { newEquality, recordEquality } from './equality.ts'
import { endFact, giveWarning, learnContact, learnRelationship } from './facts.ts'
import { amendedPerson, foundPerson, newContact, newInCase, newObject, newPerson, newWarning, tidyPostcode } from './inputs.ts'
import { findKnown, findLastAmendment, findPerson, listEqualityAnswers, listLearningPlaces, listPeople } from './queries.ts'
import { addObject, endObject, endRole, joinCase, joinCaseAsNew, recordFound } from './roles.ts'

ownDatabase()
const link = { roles: ['Complainant'], basis: 'Rang us on Monday' }
const typed = (more: Record<string, unknown> = {}) =>
  newInCase.parse({ ...link, givenName: 'Ayo', familyName: 'Adeyemi', born: 'about 1984', ...more })

test('a new person joins a case in several roles, each with how it is known', async () => {
  const caseId = await aCase()
  const people = await asWorker(cast.tom, async db => {
    await joinCaseAsNew(
      db,
      caseId,
      typed({ roles: ['Complainant', 'Witness'], otherName: 'Ziggy', postcode: 'ng71aa', address: '4 Fern Court' }),
    )
    return listCasePeople(db, caseId)
  })
  expect(people).toMatchObject([
    {
      givenName: 'Ayo',
      bornOn: '1984-01-01',
      bornPrecision: 'about',
      here: true,
      otherNames: ['Ziggy'],
      roles: [{ role: 'Complainant', basis: 'Rang us on Monday' }, { role: 'Witness' }],
    },
  ])
})

test('a role is given once, from the programme’s list, and ended with a reason that stays on record', async () => {
  const caseId = await aCase()
  await asWorker(cast.tom, async db => {
    const id = await joinCaseAsNew(db, caseId, typed())
    await expect(joinCase(db, caseId, id, link)).rejects.toThrow('They already have the role Complainant')
    await expect(joinCase(db, caseId, id, { roles: ['King'], basis: 'x' })).rejects.toBeInstanceOf(Invalid)
    const [person] = await listCasePeople(db, caseId)
    await endRole(db, caseId, person?.roles[0]?.id ?? '', 'Named by mistake')
    expect(await listCasePeople(db, caseId)).toMatchObject([
      { here: false, roles: [{ endReason: 'Named by mistake', endedByName: 'Tom Ashdown' }] },
    ])
    await joinCase(db, caseId, id, link)
    expect((await listCasePeople(db, caseId))[0]?.roles).toHaveLength(2)
  })
})

test('somebody found without a name is described by what can be seen', async () => {
  const caseId = await aCase()
  await asWorker(cast.tom, async db => {
    await recordFound(
      db,
      caseId,
      foundPerson.parse({ who: 'man', born: 'about 30', roles: 'Witness', basis: 'Found in the back office', language: 'Vietnamese' }),
    )
    await recordFound(db, caseId, foundPerson.parse({ name: 'Nguyen Van Minh', roles: ['Witness'], basis: 'Found in the yard' }))
    expect(await listCasePeople(db, caseId)).toMatchObject([
      { givenName: 'Unknown man', familyName: '', bornPrecision: 'about', needs: ['Vietnamese'] },
      { givenName: 'Nguyen Van', familyName: 'Minh' },
    ])
  })
})

test('of two who amend a person at once, the second is told and shown what stands, and whose it is', async () => {
  const caseId = await aCase()
  const id = await asWorker(cast.tom, db => joinCaseAsNew(db, caseId, typed()))
  const amend = (by: string, familyName: string) =>
    asWorker(by, db => amendPerson(db, id, amendedPerson.parse({ givenName: 'Ayo', familyName, born: '12/3/84', version: '1' })))
  await amend(cast.sam, 'Adeyemi-Cole')
  await expect(amend(cast.tom, 'Adeyemy')).rejects.toBeInstanceOf(Conflict)
  await asWorker(cast.tom, async db => {
    expect(await findPerson(db, id)).toMatchObject({ familyName: 'Adeyemi-Cole', bornOn: '1984-03-12', version: 2 })
    expect(await findLastAmendment(db, id)).toMatchObject({ by: 'Sam Okoro', agency: 'Police', familyName: 'Adeyemi' })
  })
})

test('a fact is shown with where it comes from, and ended by those who may', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const id = await asWorker(cast.tom, db => joinCaseAsNew(db, caseId, typed()))
  await asWorker(cast.tom, async db => {
    await giveWarning(db, id, newWarning.parse({ caseId, instruction: 'Visit in twos', reason: 'Dog kept loose', reviewOn: 'in 12 weeks' }))
    await learnContact(
      db,
      id,
      newContact.parse({ caseId, kind: 'mobile', value: '07700 900123', source: 'Told us', note: 'Ring before 3 pm' }),
    )
    expect(await listLearningPlaces(db, await findPerson(db, id))).toMatchObject({ cases: [{ id: caseId }], ownList: false })
  })
  const [warning] = (await asWorker(cast.grace, db => findKnown(db, id))).warnings
  expect(warning).toMatchObject({ instruction: 'Visit in twos', by: 'Tom Ashdown', agency: 'Police', caseId })
  await expect(asWorker(cast.grace, db => endFact(db, id, 'warnings', warning?.id ?? ''))).rejects.toThrow(
    'Only those who work in the case',
  )
  await asWorker(cast.sam, db => endFact(db, id, 'warnings', warning?.id ?? ''))
  expect((await asWorker(cast.grace, db => findKnown(db, id))).warnings).toEqual([])
})

test('how two people are related reads right from both sides', async () => {
  const caseId = await aCase()
  await asWorker(cast.tom, async db => {
    const [child, mother] = [
      await joinCaseAsNew(db, caseId, typed({ givenName: 'Kofi' })),
      await joinCaseAsNew(db, caseId, typed({ givenName: 'Esi' })),
    ]
    await learnRelationship(db, child, { caseId, other: mother, kind: 'mother', note: '' })
    expect((await findKnown(db, child)).relationships).toMatchObject([{ personId: mother, aGiven: 'Esi', kind: 'mother', bId: child }])
    expect((await findKnown(db, mother)).relationships).toHaveLength(1)
    await expect(learnRelationship(db, child, { caseId, other: child, kind: 'self', note: '' })).rejects.toBeInstanceOf(Invalid)
  })
})

test('one chronology of a person holds what the reader may read, across cases', async () => {
  const [first, second] = [await aCase(), await aCase()]
  const id = await asWorker(cast.tom, async db => {
    const person = await joinCaseAsNew(db, first, typed())
    await joinCase(db, second, person, link)
    for (const [caseId, body] of [
      [first, 'Visited at home'],
      [second, 'Rang the landlord'],
    ] as const) {
      await db
        .insertInto('entries')
        .values({ id: newId(), caseId, kind: 'note', occurredAt: new Date(), body, authorId: cast.tom, agencyId: agency.police })
        .execute()
    }
    return person
  })
  await share(first, agency.housing)
  expect((await asWorker(cast.tom, db => listMergedEntries(db, id))).map(entry => entry.body)).toEqual([
    'Rang the landlord',
    'Visited at home',
  ])
  expect((await asWorker(cast.grace, db => listMergedEntries(db, id))).map(entry => entry.body)).toEqual(['Visited at home'])
  expect(await asWorker(cast.tom, db => listMergedEntries(db, id, { named: true }))).toEqual([])
})

test('the list holds people of my cases and of our list, the most recently active first', async () => {
  const older = await asWorker(cast.noor, db => addListedPerson(db, newPerson.parse({ givenName: 'Listed', phone: '07700 900999' })))
  const caseId = await aCase(cast.noor)
  const newer = await asWorker(cast.noor, db => joinCaseAsNew(db, caseId, typed()))
  const ids = (whose: 'all' | 'cases' | 'list') =>
    asWorker(cast.noor, async db => (await listPeople(db, { whose })).map(person => person.id))
  expect(await ids('all')).toEqual([newer, older])
  expect(await ids('cases')).toEqual([newer])
  expect(await ids('list')).toEqual([older])
})

test('equality monitoring stays with the agency that asked, and own words go before the list', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const id = await asWorker(cast.tom, db => joinCaseAsNew(db, caseId, typed()))
  await asWorker(cast.grace, db =>
    recordEquality(
      db,
      id,
      newEquality.parse({ race: 'Black: African', religion: 'Christian', ownWords: 'Quaker', ownWordsFor: 'religion', source: 'self' }),
    ),
  )
  expect(await asWorker(cast.grace, db => listEqualityAnswers(db, id))).toMatchObject([
    { question: 'race', answer: 'Black: African' },
    { question: 'religion or belief', answer: 'Quaker' },
  ])
  expect(await asWorker(cast.tom, db => listEqualityAnswers(db, id))).toEqual([])
})

test('organisations, vehicles and groups come into a case and leave it', async () => {
  const caseId = await aCase()
  await asWorker(cast.tom, async db => {
    await addObject(
      db,
      caseId,
      newObject.parse({ kind: 'vehicle', name: 'White Ford Transit', identifier: 'AB12 CDE', role: 'Vehicle involved' }),
    )
    const [van] = await listCaseObjects(db, caseId)
    expect(van).toMatchObject({ name: 'White Ford Transit', endedAt: null })
    await endObject(db, caseId, van?.id ?? '')
    expect((await listCaseObjects(db, caseId))[0]?.endedAt).toBeTruthy()
  })
})

test('what cannot be taken says how to mend it', () => {
  const errors = (schema: typeof newPerson, input: unknown) => schema.safeParse(input).error?.issues.map(issue => issue.message)
  expect(errors(newPerson, {})).toEqual(['Write at least one name, or a description such as “Unknown man”.'])
  expect(errors(newPerson, { givenName: 'x'.repeat(101) })).toEqual(['Shorten the given name to 100 characters.'])
  expect(newPerson.safeParse({ givenName: 'A', born: '31/2/1990' }).error?.issues[0]?.message).toMatch('Write a date of birth such as')
  expect(newWarning.safeParse({ instruction: 'Visit in twos', reviewOn: 'yesterday' }).error?.issues[0]?.message).toMatch(
    'Write a day to come',
  )
  expect(newWarning.safeParse({ instruction: 'Visit in twos' }).error?.issues[0]?.message).toMatch('when this must be looked at again')
  expect([tidyPostcode('ng71aa'), tidyPostcode(' SW1A 2AA'), tidyPostcode('2119'), tidyPostcode('')]).toEqual([
    'NG7 1AA',
    'SW1A 2AA',
    '2119',
    '',
  ])
})
