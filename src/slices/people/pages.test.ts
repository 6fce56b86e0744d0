/** The pages of people and of search as a browser asks for them: what is shown, what comes back refused, and what is not there. */
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { search } from '../search/index.ts'
import { listCasePeople } from './case-queries.ts'
import { casePeople, people } from './index.ts'

ownDatabase()
const [tom, grace, owen] = [asking(people, cast.tom), asking(people, cast.grace), asking(people, cast.owen)]
const [tomCases, graceCases] = [asking(casePeople, cast.tom), asking(casePeople, cast.grace)]
const text = async (answer: Promise<Response>) => (await answer).text()

const add = async (caseId: string, more: Record<string, string> = {}) => {
  const fields = {
    person: 'new',
    sure: 'yes',
    givenName: 'Ayo',
    familyName: 'Adeyemi',
    born: '12/3/90',
    roles: 'Witness',
    basis: 'Rang us',
    ...more,
  }
  const answer = await tomCases(`/cases/${caseId}/people`, form(fields))
  const found = await asWorker(cast.tom, db => listCasePeople(db, caseId))
  return { answer, id: found.at(-1)?.id ?? '' }
}

test('a person is looked for first, then added, and stands in the case with their role', async () => {
  const caseId = await aCase()
  expect(await text(tomCases(`/cases/${caseId}/people/new?q=Adayemi+12/3/90`))).toContain('Somebody new')
  const { answer, id } = await add(caseId)
  expect(answer.status).toBe(303)
  expect(await text(tomCases(`/cases/${caseId}/people`))).toContain('Ayo Adeyemi')
  const again = await text(tomCases(`/cases/${caseId}/people/new?q=ayo+adayemy`))
  expect(again).toContain(`value="${id}"`)
  expect(again).toContain('Already in this case as Witness')
})

test('what cannot be taken comes back as it was typed, with how to mend it', async () => {
  const caseId = await aCase()
  const refused = await tomCases(
    `/cases/${caseId}/people`,
    form({ person: 'new', givenName: 'Ayo <b>', born: '31/2/1990', q: 'ayo', basis: '' }),
  )
  expect(refused.status).toBe(422)
  const page = await refused.text()
  for (const words of ['Ayo &lt;b&gt;', '31/2/1990', 'Write a date of birth such as', 'Choose at least one role', 'how we know'])
    expect(page).toContain(words)
  const found = await tomCases(`/cases/${caseId}/people/found`, form({ roles: 'Witness', basis: '' }))
  expect([found.status, (await found.text()).includes('where and how they were found')]).toEqual([422, true])
  const object = await tomCases(`/cases/${caseId}/objects`, form({ kind: 'vehicle', name: '' }))
  expect([object.status, (await object.text()).includes('Write its name')]).toEqual([422, true])
})

test('people found are added one after another, keeping where they were found', async () => {
  const caseId = await aCase()
  const answer = await tomCases(
    `/cases/${caseId}/people/found`,
    form({ who: 'man', born: 'about 30', roles: 'Witness', basis: 'Back office' }),
  )
  expect(answer.status).toBe(303)
  const next = await text(tomCases(answer.headers.get('location') ?? ''))
  expect(next).toContain('Unknown man added')
  expect(next).toContain('value="Back office"')
})

test('hidden and absent people are the same 404, on every page of theirs', async () => {
  const { id } = await add(await aCase())
  for (const path of ['', '/details', '/equality', '/names', '/warnings', '/nonsense'])
    expect((await owen(`/people/${id}${path}`)).status, path).toBe(404)
  expect((await owen('/people/018f0000-0000-7000-8000-000000000000')).status).toBe(404)
  expect((await owen('/people/no-id')).status).toBe(404)
  expect((await owen(`/people/${id}/details`, form({ givenName: 'X', version: '1' }))).status).toBe(404)
  expect((await owen(`/people/${id}/warnings`, form({ instruction: 'Visit in twos', reviewOn: 'in 12 weeks', caseId: '' }))).status).toBe(
    403,
  )
})

test('a person’s page shows warnings first, facts with their source, and the cases the reader may see', async () => {
  const [shared, kept] = [await aCase(), await aCase()]
  await share(shared, agency.housing)
  const { id } = await add(shared)
  await tomCases(`/cases/${kept}/people`, form({ person: id, roles: 'Victim', basis: 'Secret basis' }))
  await tom(`/people/${id}/warnings`, form({ instruction: 'Visit in twos', reviewOn: 'in 12 weeks', caseId: shared }))
  await tom(`/people/${id}/contacts`, form({ kind: 'mobile', value: '07700 900123', source: 'Her sister', caseId: kept }))
  const [ours, theirs] = [await text(tom(`/people/${id}`)), await text(grace(`/people/${id}`))]
  for (const words of ['Visit in twos', '07700 900123', 'Her sister', 'Secret basis']) expect(ours).toContain(words)
  expect(ours).toMatch(/\d\d, born (?:<[^>]*>)?12 Mar 1990/)
  expect(theirs).toContain('Visit in twos')
  for (const words of ['07700 900123', 'Secret basis', 'Add a need']) expect(theirs).not.toContain(words)
  expect((await graceCases(`/cases/${shared}/people`, form({ person: id, roles: 'Victim', basis: 'x' }))).status).toBe(403)
})

test('of two who change a person at once the second sees both, and chooses', async () => {
  const { id } = await add(await aCase())
  const change = (fields: Record<string, string>) =>
    tom(`/people/${id}/details`, form({ givenName: 'Ayo', born: '12/3/90', version: '1', ...fields }))
  expect((await change({ familyName: 'Adeyemi-Cole' })).status).toBe(303)
  const second = await change({ familyName: 'Adeyemy' })
  const page = await second.text()
  expect(second.status).toBe(409)
  for (const words of ['Adeyemi-Cole', 'Adeyemy', 'Keep mine', 'Tom Ashdown']) expect(page).toContain(words)
  expect((await change({ familyName: 'Adeyemy', version: '2', choice: 'theirs' })).status).toBe(303)
  expect(await text(tom(`/people/${id}`))).toContain('Adeyemi-Cole')
})

test('adding somebody to the own list asks whether they are there already', async () => {
  await tom('/people/new', form({ givenName: 'Marguerite', familyName: 'Oyelaran' }))
  const again = await tom('/people/new', form({ givenName: 'Margarite', familyName: 'Oyelaran' }))
  const page = await again.text()
  expect(again.status).toBe(422)
  expect(page).toContain('Is it one of these?')
  expect((await tom('/people/new', form({ givenName: 'Margarite', familyName: 'Oyelaran', sure: 'yes' }))).status).toBe(303)
  expect(await text(tom('/people?whose=list'))).toContain('Margarite Oyelaran')
})

test('equality monitoring has a page of its own, and each look at it is logged', async () => {
  const { id } = await add(await aCase())
  expect((await tom(`/people/${id}/equality`, form({ source: 'self' }))).status).toBe(422)
  expect((await tom(`/people/${id}/equality`, form({ source: 'self', sex: 'Female' }))).status).toBe(303)
  expect(await text(tom(`/people/${id}/equality`))).toContain('They did')
  expect(await text(tom(`/people/${id}`))).not.toContain('Female')
  const looks = await asWorker(cast.tom, db =>
    db.selectFrom('looks').select('id').where('kind', '=', 'equality').where('subjectId', '=', id).execute(),
  )
  expect(looks).toHaveLength(2)
})

test('search says why somebody was found, logs each search, and answers as one types', async () => {
  const [ask, outsider] = [asking(search, cast.tom), asking(search, cast.owen)]
  const { id } = await add(await aCase(), { givenName: 'Philippa', familyName: 'Quennell', otherName: 'Pipsqueak' })
  expect(await text(ask('/search?q=pipsqueek'))).toContain('Philippa Quennell')
  expect(await text(ask('/search?q=pipsqueak'))).toContain('Also known as Pipsqueak')
  expect(await text(ask('/search/suggestions?q=quenel'))).toContain(`/people/${id}`)
  expect(await text(ask('/search?q=zzzzqqqq'))).toContain('Nothing found')
  expect(await text(ask('/search'))).toContain('Search everything you may see')
  for (const path of ['/search?q=pipsqueak', '/search/suggestions?q=quennell']) expect(await text(outsider(path))).not.toContain('Philippa')
  const looks = await asWorker(cast.tom, db => db.selectFrom('looks').select('words').where('kind', '=', 'search').execute())
  expect(looks.map(look => look.words)).toEqual(expect.arrayContaining(['pipsqueek', 'pipsqueak', 'quenel', 'zzzzqqqq']))
})
