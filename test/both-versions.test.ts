/** Two change the same thing: every field of the second's form stands on the page where they choose, or two that differ look alike. */
import { beforeAll, expect, test } from 'vitest'
import { asWorker, newId } from '../src/platform/db.ts'
import { agreements } from '../src/slices/agreements/index.ts'
import { cases } from '../src/slices/cases/index.ts'
import { people } from '../src/slices/people/index.ts'
import { places } from '../src/slices/places/index.ts'
import { asking, form } from './ask.ts'
import { aCase } from './case.ts'
import { agency, agreement, cast } from './cast.ts'
import { ownDatabase } from './database.ts'

ownDatabase()
const [person, place] = [newId(), newId()]
let caseId: string
beforeAll(async () => {
  caseId = await aCase()
  await asWorker(cast.tom, async db => {
    const added = { heldBy: agency.police, createdBy: cast.tom }
    await db
      .insertInto('people')
      .values({ ...added, id: person, givenName: 'Ayo', familyName: 'Marsh' })
      .execute()
    await db
      .insertInto('places')
      .values({ ...added, id: place, name: 'Wash', kind: 'premises' })
      .execute()
  })
})

type Form = [what: string, slice: typeof cases, path: () => string, typed: Record<string, string>, sees: string[], differ: string]
const forms: Form[] = [
  [
    'a case',
    cases,
    () => `/cases/${caseId}`,
    {
      title: 'Noise, Elm Court',
      summary: 'Mine',
      lead: cast.ingrid,
      marking: 'OFFICIAL-SENSITIVE',
      starts: '23/11/2031',
      ends: '24/11/2031',
    },
    ['Noise, Elm Court', 'Mine', 'Ingrid Vale', 'Tom Ashdown', 'OFFICIAL-SENSITIVE', '23 Nov 2031', '24 Nov 2031'],
    'Title, The worry, Who leads it, Marking, Starts, Ends',
  ],
  [
    'a place',
    places,
    () => `/places/${place}`,
    { name: 'Shine', line1: '2 Quay', town: 'Wexmoor', postcode: 'LE1 1AA', kind: 'public place', uprn: '100012345' },
    ['Shine', '2 Quay', 'Wexmoor', 'LE1 1AA', 'Public place', '100012345', 'Wash', 'Premises'],
    'Name, First line of the address, Town, Postcode, Kind, UPRN',
  ],
  [
    'a person',
    people,
    () => `/people/${person}/details`,
    { givenName: 'Ayo', familyName: 'March', born: '12 March 1990', gender: 'Man', died: '2/11/2020' },
    ['March', '12 March 1990', 'Man', 'Died', '2 Nov 2020', 'Marsh'],
    'Family name, Date of birth, Gender, Died on',
  ],
  [
    'an agreement',
    agreements,
    () => `/agreements/${agreement.county}`,
    { name: 'Ours', purposes: 'To help', dataTypes: 'Addresses', clauses: '9.9 Share little', reviewOn: '1/2/2027', endsOn: '1/3/2027' },
    ['Ours', 'To help', 'Addresses', '9.9 Share little', '1 Feb 2027', '1 Mar 2027'],
    'Name, What for, Kinds of information, New clauses, Next review, Ends',
  ],
]

test.each(forms)('%s', async (_, slice, path, typed, sees, differ) => {
  const address = path().endsWith('/details') ? path() : `${path()}/edit`
  const answer = await asking(slice, slice === agreements ? cast.pat : cast.tom)(address, form({ ...typed, version: '0' }))
  const page = (await answer.text()).replaceAll(/<input type="hidden"[^>]*>/g, '')
  expect(answer.status).toBe(409)
  for (const words of sees) expect(page).toContain(words)
  expect(page).toContain('Keep mine')
  expect(page).toContain(`They differ in: ${differ}.`)
  // At the fact itself, in both versions.
  expect(page.match(/<dt[^>]*>[^<]*<strong[^>]*>Differs/g)?.length).toBe(2 * differ.split(', ').length)
})
