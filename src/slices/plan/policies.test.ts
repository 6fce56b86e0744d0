/** Who sees, gives, changes and ends a task. */
import { type RawBuilder, sql, type Updateable } from 'kysely'
import { expect, test } from 'vitest'
import { aCase, share, unshare } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker, newId } from '../../platform/db.ts'
import type { Tasks } from '../../platform/tables.ts'

ownDatabase()

const refusal = 'not change it in this way'

async function give(caseId: string, assignedTo: string, { by = cast.tom as string, aimId }: { by?: string; aimId?: string } = {}) {
  const id = newId()
  await asWorker(by, db =>
    db
      .insertInto('tasks')
      .values({ id, caseId, title: 'Fit a door brace', assignedTo, dueOn: '2026-12-01', createdBy: by, ...(aimId && { aimId }) })
      .execute(),
  )
  return id
}

async function anAim(caseId: string, by: string = cast.tom) {
  const id = newId()
  await asWorker(by, db => db.insertInto('aims').values({ id, caseId, title: 'Mrs Lee feels safe at home', createdBy: by }).execute())
  return id
}

const sees = (worker: string, table: 'aims' | 'tasks' | 'taskNotes', id: string) =>
  asWorker(worker, db => db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()).then(
    Boolean,
    error => error.name as string,
  )

type Change = Omit<Updateable<Tasks>, 'doneAt' | 'cancelledAt'> & { doneAt?: RawBuilder<Date>; cancelledAt?: RawBuilder<Date> }
const change = (worker: string, id: string, values: Change) =>
  asWorker(worker, async db => Number((await db.updateTable('tasks').set(values).where('id', '=', id).executeTakeFirst()).numUpdatedRows))

const done = (by: string, more = {}) => ({ doneAt: sql<Date>`now()`, doneBy: by, evidence: 'Brace fitted and tried', ...more })

test('a case’s plan is seen by those who may read the case, and by nobody else', async () => {
  const caseId = await aCase()
  const [aim, task] = [await anAim(caseId), await give(caseId, cast.tom)]
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  await share(caseId, agency.charity, { tier: 'pointer' })
  for (const [who, may] of [
    [cast.sam, true],
    [cast.grace, true],
    [cast.noor, false],
    [cast.aisha, false],
    [cast.owen, false],
    [cast.vera, false],
  ] as const) {
    expect([who, await sees(who, 'aims', aim), await sees(who, 'tasks', task)]).toEqual([who, may, may])
  }
  for (const who of [cast.lena, cast.stefan]) expect(await sees(who, 'tasks', task)).toBe('SignInNeeded')
})

test('aims are amended by those who contribute to the case, and by nobody else', async () => {
  const caseId = await aCase()
  const aim = await anAim(caseId)
  await share(caseId, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.health, { tier: 'read' })
  const reword = (who: string) =>
    asWorker(who, async db =>
      Number((await db.updateTable('aims').set({ title: 'She sleeps through' }).where('id', '=', aim).executeTakeFirst()).numUpdatedRows),
    )
  expect([await reword(cast.tom), await reword(cast.grace), await reword(cast.noor), await reword(cast.aisha)]).toEqual([1, 1, 0, 0])
})

test('whoever a task was given to sees it at the headline tier, does it, and sees nothing else of the plan', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health, { tier: 'headline' })
  const [theirs, other, aim] = [await give(caseId, agency.health), await give(caseId, cast.tom), await anAim(caseId)]
  expect([await sees(cast.noor, 'tasks', theirs), await sees(cast.noor, 'tasks', other), await sees(cast.noor, 'aims', aim)]).toEqual([
    true,
    false,
    false,
  ])
  const noted = newId()
  await asWorker(cast.noor, db =>
    db
      .insertInto('taskNotes')
      .values({ id: noted, taskId: theirs, caseId, body: 'Rang twice', authorId: cast.noor, agencyId: agency.health })
      .execute(),
  )
  expect([
    await sees(cast.noor, 'taskNotes', noted),
    await sees(cast.tom, 'taskNotes', noted),
    await sees(cast.grace, 'taskNotes', noted),
  ]).toEqual([true, true, false])
  expect(await change(cast.noor, theirs, { assignedTo: cast.noor })).toBe(1)
  expect(await change(cast.noor, theirs, done(cast.noor))).toBe(1)
  expect(await change(cast.noor, other, done(cast.noor))).toBe(0)
})

test('a task goes with the share: taken back, it is gone from whoever had it', async () => {
  const caseId = await aCase()
  const grant = await share(caseId, agency.housing, { tier: 'contribute' })
  const task = await give(caseId, cast.grace)
  await unshare(grant)
  expect(await sees(cast.grace, 'tasks', task)).toBe(false)
  expect(await change(cast.grace, task, done(cast.grace))).toBe(0)
  expect(await change(cast.tom, task, { dueOn: '2026-12-09' })).toBe(1)
})

test('only those who contribute give tasks, and only to somebody the case is shared with', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, team.hub, { tier: 'contribute' })
  await expect(give(caseId, cast.grace, { by: cast.grace })).rejects.toThrow(refusal)
  await give(caseId, cast.grace)
  await give(caseId, team.hub)
  await give(caseId, cast.aisha, { by: cast.noor })
  for (const nobody of [agency.health, cast.owen, cast.lena, cast.stefan, agency.outside])
    await expect(give(caseId, nobody)).rejects.toThrow(refusal)
  const task = await give(caseId, cast.tom)
  await expect(change(cast.tom, task, { assignedTo: cast.owen })).rejects.toThrow(refusal)
})

test('which aim a task serves is changed only by those who see the aims', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health, { tier: 'headline' })
  const [aim, other] = [await anAim(caseId), await anAim(caseId)]
  const task = await give(caseId, agency.health, { aimId: aim })
  await change(cast.noor, task, { title: 'Fit two door braces' })
  for (const aimId of [null, other]) await expect(change(cast.noor, task, { aimId })).rejects.toThrow(refusal)
  await change(cast.tom, task, { aimId: other })
})

test('a task hangs under an aim of its own case only', async () => {
  const [one, another] = [await aCase(), await aCase()]
  const aim = await anAim(another)
  await expect(give(one, cast.tom, { aimId: aim })).rejects.toThrow(refusal)
  const task = await give(one, cast.tom)
  await expect(change(cast.tom, task, { aimId: aim })).rejects.toThrow(refusal)
})

test('nobody says in another’s name, or for another day, that a task is done or cancelled', async () => {
  const caseId = await aCase()
  const task = await give(caseId, cast.tom)
  await expect(change(cast.tom, task, done(cast.sam))).rejects.toThrow(refusal)
  await expect(change(cast.tom, task, done(cast.sam, { doneAt: sql<Date>`now() - interval '1 day'` }))).rejects.toThrow(refusal)
  await expect(change(cast.tom, task, done(cast.tom, { doneAt: sql<Date>`now() - interval '1 day'` }))).rejects.toThrow(refusal)
  await expect(change(cast.tom, task, { cancelledAt: sql<Date>`now()`, cancelledBy: cast.sam })).rejects.toThrow(refusal)
  await expect(change(cast.tom, task, done(cast.tom, { evidence: '' }))).rejects.toThrow()
  expect(await change(cast.tom, task, done(cast.tom))).toBe(1)
  await expect(change(cast.sam, task, { evidence: 'Something else' })).rejects.toThrow(refusal)
  await expect(change(cast.sam, task, { doneBy: cast.sam })).rejects.toThrow(refusal)
})

test('notes of progress are written in one’s own name, on a task one has or may change', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  const task = await give(caseId, cast.tom)
  const note = (by: string, author: string, agencyId: string, of = caseId) =>
    asWorker(by, db =>
      db
        .insertInto('taskNotes')
        .values({ id: newId(), taskId: task, caseId: of, body: 'Rang twice', authorId: author, agencyId })
        .execute(),
    )
  await note(cast.sam, cast.sam, agency.police)
  await expect(note(cast.sam, cast.tom, agency.police)).rejects.toThrow(refusal)
  await expect(note(cast.grace, cast.grace, agency.housing)).rejects.toThrow(refusal)
  await expect(note(cast.sam, cast.sam, agency.police, await aCase())).rejects.toThrow(refusal)
})

test('only whoever may read a case learns whom it reaches', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  await share(caseId, agency.health, { tier: 'headline' })
  const reached = (who: string) =>
    asWorker(who, async db => (await sql<{ id: string }>`select id from who_works_on(${caseId})`.execute(db)).rows.map(row => row.id))
  expect(await reached(cast.grace)).toEqual(expect.arrayContaining([agency.police, cast.sam, agency.housing, cast.amir, cast.noor]))
  expect(await reached(cast.grace)).not.toContain(cast.lena)
  expect([await reached(cast.noor), await reached(cast.owen)]).toEqual([[], []])
})
