/** The chronology: written once, corrected openly, read by those who may. */
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { agency, agreement, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { Conflict } from '../../platform/errors.ts'
import { findCaseBasics, listNamesOfCase, openCase } from '../cases/index.ts'
import { addEntry, correctEntry } from './commands.ts'
import { guessKind, guessPeople } from './guess.ts'
import { newEntry } from './inputs.ts'
import { findEntry, listEntries, listSystemLines } from './queries.ts'
import { chronology } from './routes.tsx'

ownDatabase()

const aCase = () =>
  asWorker(cast.tom, db =>
    openCase(db, { programme: 'asb', title: 'Noise at Fern Court', summary: '', lead: '', team: '', parent: '', starts: null, ends: null }),
  )
const write = (by: string, caseId: string, typed: Record<string, string>) =>
  asWorker(by, async db => {
    const found = await findCaseBasics(db, caseId)
    return addEntry(db, found, await listNamesOfCase(db, caseId), newEntry.parse(typed))
  })
const read = (by: string, caseId: string, filter = {}) => asWorker(by, db => listEntries(db, caseId, filter))

test('entries stand in the order in which things happened, whenever they were written', async () => {
  const id = await aCase()
  await write(cast.tom, id, { body: 'Second thing', occurred: '3 Nov 2025', occurredTime: '14:05' })
  await write(cast.tom, id, { body: 'First thing', occurred: '1/11/2025', occurredTime: '9am' })
  await write(cast.tom, id, { body: 'Just now' })
  expect((await read(cast.tom, id)).map(entry => entry.body)).toEqual(['Just now', 'Second thing', 'First thing'])
  expect((await read(cast.tom, id))[1]?.occurredAt.toISOString()).toBe('2025-11-03T14:05:00.000Z')
})

test('what was written since a worker last looked is marked as new, once', async () => {
  const id = await aCase()
  const marked = async () => (await (await asking(chronology, cast.sam)(`/cases/${id}`)).text()).split('kith-entry__new').length - 1
  await write(cast.tom, id, { body: 'Before anybody looked' })
  expect(await marked()).toBe(0)
  await write(cast.tom, id, { body: 'Rang Maria' })
  await write(cast.tom, id, { body: 'Rang her again' })
  expect([await marked(), await marked()]).toEqual([2, 0])
})

test('a correction replaces what it corrects and shows it; nothing written is altered', async () => {
  const id = await aCase()
  const entry = await write(cast.tom, id, { body: 'Rang Maria at number 12' })
  await asWorker(cast.sam, db => correctEntry(db, id, entry, { body: 'Rang Maria at number 21', correctionReason: 'Wrong number' }))
  const [shown, ...others] = await read(cast.tom, id)
  expect(others).toEqual([])
  expect(shown).toMatchObject({
    body: 'Rang Maria at number 21',
    oldBody: 'Rang Maria at number 12',
    correctionReason: 'Wrong number',
    authorName: 'Sam Okoro',
    oldAuthorName: 'Tom Ashdown',
    kind: 'contact',
  })
  await expect(
    asWorker(cast.tom, db => db.updateTable('entries').set({ body: 'Nothing happened' }).where('id', '=', entry).execute()),
  ).rejects.toThrow()
  await expect(asWorker(cast.tom, db => db.deleteFrom('entries').where('id', '=', entry).execute())).rejects.toThrow()
})

test('of two who correct the same entry at once, the second is told', async () => {
  const id = await aCase()
  const entry = await write(cast.tom, id, { body: 'Visited at 10' })
  const both = await Promise.allSettled(
    [cast.tom, cast.sam].map(by =>
      asWorker(by, db => correctEntry(db, id, entry, { body: `Visited, says ${by}`, correctionReason: 'Time' })),
    ),
  )
  const refused = both.filter(one => one.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toBeInstanceOf(Conflict)
  expect(await asWorker(cast.tom, db => findEntry(db, id, entry))).toMatchObject({ newerBody: expect.stringContaining('Visited, says') })
})

test('only those who contribute write; readers read; others find nothing', async () => {
  const id = await aCase()
  await write(cast.tom, id, { body: 'Something private' })
  expect(await read(cast.grace, id)).toEqual([])
  await asWorker(cast.tom, db =>
    db
      .insertInto('grants')
      .values({
        id: newId(),
        caseId: id,
        principalId: agency.housing,
        tier: 'read',
        basis: 'agreement',
        agreementId: agreement.county,
        reason: 'Same tenant',
        grantedBy: cast.tom,
      })
      .execute(),
  )
  expect(await read(cast.grace, id)).toHaveLength(1)
  await expect(write(cast.grace, id, { body: 'Let me in' })).rejects.toThrow('not change it in this way')
})

test('an entry is found by its words and by its kind; signs in the words mean themselves', async () => {
  const id = await aCase()
  await write(cast.tom, id, { body: 'Paid 100% of the rent' })
  await write(cast.tom, id, { body: 'Visited with Grace' })
  expect(await read(cast.tom, id, { words: '100%' })).toHaveLength(1)
  expect(await read(cast.tom, id, { words: '%' })).toHaveLength(1)
  expect((await read(cast.tom, id, { kind: 'visit' })).map(entry => entry.body)).toEqual(['Visited with Grace'])
})

test('what was done stands between the entries', async () => {
  const id = await aCase()
  const lines = await asWorker(cast.tom, db => listSystemLines(db, id, new Date(0), new Date(Date.now() + 60_000)))
  expect(lines).toMatchObject([{ kind: 'case_opened', by: 'Tom Ashdown' }])
})

test('a note need not say its kind or whom it is about', () => {
  const kinds = [
    { key: 'note', name: 'Note' },
    { key: 'contact', name: 'Contact' },
    { key: 'visit', name: 'Visit' },
    { key: 'decision', name: 'Decision' },
  ]
  expect(guessKind('Rang her, no answer', kinds)).toBe('contact')
  expect(guessKind('Joint visit with housing; spoke to both', kinds)).toBe('visit')
  expect(guessKind('Agreed to close next week', kinds)).toBe('decision')
  expect(guessKind('The bins were full', kinds)).toBe('note')
  const people = [
    { id: 'm', givenName: 'Maria', familyName: 'Lopez' },
    { id: 'd1', givenName: 'Dan', familyName: 'Hart' },
    { id: 'd2', givenName: 'Dan', familyName: 'Pole' },
  ]
  expect(guessPeople('Saw Maria and Dan.', people)).toEqual(['m'])
  expect(guessPeople('Saw Dan Pole, not Marianne', people)).toEqual(['d2'])
})

test('what has not happened yet is refused with a way on', () => {
  expect(newEntry.safeParse({ body: 'Will visit', occurred: '1 Jan 2099', occurredTime: '10:00' }).error?.issues[0]?.message).toContain(
    'plan what has not as a task',
  )
  expect(newEntry.safeParse({ body: '', occurred: 'whenever' }).error?.issues.map(issue => issue.path[0])).toContain('body')
})
