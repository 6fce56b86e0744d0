/** What search finds, and for whom: whatever is not shared is not found under any spelling. */
import { expect, test } from 'vitest'
import { newCase } from '../cases/inputs.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { openCase } from '../cases/index.ts'
import { findCaseHead } from '../cases/queries.ts'
import { newInCase } from '../people/inputs.ts'
import { joinCaseAsNew } from '../people/roles.ts'
import { learnContact, learnName } from '../people/facts.ts'
import { countFound, findEverything } from './queries.ts'

const database = ownDatabase()
const most = { people: 20, others: 10 }

async function aCase(title = 'Cuckooing at Larkrise Court') {
  const id = await asWorker(cast.tom, db => openCase(db, newCase.parse({ programme: 'asb', title })))
  return asWorker(cast.tom, db => findCaseHead(db, id))
}

const join = (caseId: string, person: Record<string, string>) =>
  asWorker(cast.tom, db =>
    joinCaseAsNew(db, caseId, newInCase.parse({ roles: ['Complainant'], basis: 'Rang us', givenName: '', ...person })),
  )
const finds = (worker: string, words: string) =>
  asWorker(worker, async db => {
    const found = await findEverything(db, words, most)
    return [...found.people, ...found.cases, ...found.places, ...found.documents].map(one => one.id)
  })

async function share(caseId: string, to: string) {
  const id = newId()
  await asWorker(cast.tom, db =>
    db
      .insertInto('grants')
      .values({
        id,
        caseId,
        principalId: to,
        tier: 'read',
        basis: 'agreement',
        agreementId: agreement.county,
        reason: 'Working together',
        grantedBy: cast.tom,
      })
      .execute(),
  )
  return id
}

test('a person is found by name in any order, misspelt, hyphened, accented, begun; and by date of birth, postcode, street, number and nickname', async () => {
  const head = await aCase('Noise at Beech Row')
  const id = await join(head.id, {
    givenName: 'Zoë Jane',
    familyName: 'O’Shaughnessy-Brzęczek',
    born: '12 March 1990',
    otherName: 'Dizzy',
    phone: '+44 7700 900123',
    address: '14 Larkrise Court',
    postcode: 'ng71aa',
  })
  for (const words of [
    'zoe o’shaughnessy',
    "ZOE O'SHAUGHNESSY",
    'Brzeczek Zoe',
    'oshaughnesy',
    'zoë shaughnessy brzeczek',
    'zo oshau',
    'dizzy',
    'O Shaughnessy-Brzęczek',
    'jane oshaugnessey',
    '12/3/90',
    '12.03.1990',
    '12th March 1990',
    '1990-03-12',
    '19900312',
    'march 1990',
    'dob 12-3-90',
    'zoe 12/3/90',
    'NG7 1AA',
    'ng71aa',
    'Larkrise Court',
    'larkrise',
    '07700 900123',
    '+447700900123',
  ]) {
    expect(await finds(cast.tom, words), words).toContain(id)
  }
  expect(await finds(cast.tom, 'Margaret Thornbury')).not.toContain(id)
})

test('names in other scripts are found as they are written', async () => {
  const head = await aCase('Wages withheld')
  for (const [givenName, familyName, words] of [
    ['小龙', '李', '李'],
    ['小龙', '李', '李 小龙'],
    ['Пётр', 'Иванов', 'петр иванов'],
    ['محمد', 'الفارسي', 'الفارسي'],
    ['Νίκος', 'Παππάς', 'νικος'],
  ] as const) {
    const id = await join(head.id, { givenName, familyName })
    expect(await finds(cast.tom, words), words).toContain(id)
  }
})

test('a case is found by its reference, with or without the dash and in any case, and by words of its title', async () => {
  const head = await aCase()
  for (const words of [
    head.reference,
    head.reference.toLowerCase(),
    head.reference.replace('-', ''),
    head.reference.replace('-', ' '),
    'cuckooing',
    'larkrise cuckoing',
  ]) {
    expect(await finds(cast.tom, words), words).toContain(head.id)
  }
})

test('an agency without a share finds nothing by name, misspelling, reference, postcode or title; after a share it does; after its end it does not', async () => {
  const head = await aCase('Threats at Quillhaven')
  await join(head.id, {
    givenName: 'Benedikta',
    familyName: 'Quillfeather',
    postcode: 'LE9 9ZZ',
    address: '3 Quillhaven',
    born: '4/5/1977',
  })
  const asked = ['Benedikta Quillfeather', 'benedicta quilfether', head.reference, 'LE9 9ZZ', '4/5/1977', 'threats quillhaven']
  for (const words of asked) expect(await finds(cast.grace, words), words).toEqual([])
  const grant = await share(head.id, agency.housing)
  for (const words of asked) expect((await finds(cast.grace, words)).length, words).toBeGreaterThan(0)
  await behindTheRules(database, ['grants'], client =>
    client.query(`update grants set starts_at = now() - interval '2 hours', ends_at = now() where id = $1`, [grant]),
  )
  for (const words of asked) expect(await finds(cast.grace, words), words).toEqual([])
  for (const outsider of [cast.owen, cast.vera]) for (const words of asked) expect(await finds(outsider, words), words).toEqual([])
})

test('what is learnt in one case finds the person only for those who may read that case', async () => {
  const [shared, kept] = [await aCase('Shared worry'), await aCase('Kept worry')]
  const id = await join(shared.id, { givenName: 'Hester', familyName: 'Vantongeren' })
  await asWorker(cast.tom, async db => {
    await db
      .insertInto('casePeople')
      .values({ id: newId(), caseId: kept.id, personId: id, role: 'Witness', basis: 'Named', addedBy: cast.tom })
      .execute()
    await learnName(db, id, { caseId: kept.id, kind: 'alias', name: 'Ziggyflower' })
    await learnContact(db, id, {
      caseId: kept.id,
      kind: 'address',
      value: '9 Hiddenbrook Way',
      postcode: 'DE1 2AB',
      source: 'Told us',
      note: '',
    })
    await learnContact(db, id, {
      caseId: shared.id,
      kind: 'address',
      value: '5 Refugehaven',
      postcode: 'DE3 4CD',
      source: 'Told us',
      note: '',
      category: 'safe address',
    })
  })
  await share(shared.id, agency.housing)
  expect(await finds(cast.grace, 'Hester Vantongeren')).toContain(id)
  for (const words of ['Ziggyflower', 'Hiddenbrook', 'DE1 2AB']) {
    expect(await finds(cast.tom, words), words).toContain(id)
    expect(await finds(cast.grace, words), words).not.toContain(id)
  }
  // A sensitive address finds nobody, not even for those who may read it.
  for (const words of ['Refugehaven', 'DE3 4CD']) expect(await finds(cast.tom, words), words).not.toContain(id)
  const told = await asWorker(cast.grace, db => findEverything(db, 'Vantongeren', most))
  expect(JSON.stringify(told)).not.toMatch(/Ziggyflower|Hiddenbrook|Refugehaven|Kept worry/)
})

test('a case of which an agency may know only that it exists is found by its reference alone, and shows whom to ask', async () => {
  const head = await aCase('Secretive title')
  await asWorker(cast.tom, db =>
    db
      .insertInto('grants')
      .values({
        id: newId(),
        caseId: head.id,
        principalId: agency.health,
        tier: 'pointer',
        basis: 'vital interests',
        reason: 'They may know more',
        grantedBy: cast.tom,
      })
      .execute(),
  )
  const found = await asWorker(cast.noor, db => findEverything(db, head.reference, most))
  expect(found.pointers).toMatchObject([{ reference: head.reference, agency: 'Wexmoor Police' }])
  expect(JSON.stringify(found)).not.toContain('Secretive')
  expect(await finds(cast.noor, 'Secretive title')).toEqual([])
})

test('letters, long texts, punctuation and nothing at all are taken calmly', async () => {
  for (const words of [
    '',
    'a',
    '%',
    '_',
    "'; drop table people; --",
    '💥',
    '\\',
    'a'.repeat(300),
    'mill '.repeat(80),
    '----',
    '(((',
    '12',
    '"quoted"',
    'Ω',
    '\u202e\u0000x'.replace('\0', ''),
  ]) {
    await expect(asWorker(cast.tom, db => findEverything(db, words, most)).then(countFound), words).resolves.toBeGreaterThanOrEqual(0)
  }
})
