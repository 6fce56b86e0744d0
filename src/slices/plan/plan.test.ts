/** Plans as workers use them: aims, tasks, what is late, and two people at once. */
import { beforeAll, expect, test } from 'vitest'
import { askAs } from '../../../test/ask-as.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { behindTheRules, ownDatabase } from '../../../test/database.ts'
import { openSignIn } from '../../../test/sign-in.ts'
import { asWorker } from '../../platform/db.ts'
import { isoDay } from '../../ui/index.ts'
import { addAim, completeTask, giveTask, listEscalatedTasks, listMyTasks, listTasksOfCase, taskLink } from './index.ts'
import { endAim } from './aims.ts'
import { amendTask, noteProgress, reopenTask } from './commands.ts'
import { newTask } from './inputs.ts'
import { findTask, listTaskNotes } from './queries.ts'

const database = ownDatabase()
beforeAll(() => openSignIn())

const soon = (days: number) => isoDay(new Date(Date.now() + days * 86_400_000))
const give = (caseId: string, to: string, days: number, by: string = cast.tom, title = 'Fit a door brace') =>
  asWorker(by, db => giveTask(db, caseId, { title, to, due: soon(days), aim: '', detail: '' }))
const lateBy = (taskId: string, days: number) =>
  behindTheRules(database, ['tasks'], client =>
    client.query('update tasks set due_on = current_date - $2::int where id = $1', [taskId, days]),
  )
const escalated = (who: string) => asWorker(who, async db => (await listEscalatedTasks(db, 50)).map(task => task.id))

test('a plan shows aims with their tasks and how far each has got', async () => {
  const caseId = await aCase()
  const aimId = await asWorker(cast.tom, db => addAim(db, caseId, { title: 'Mrs Lee sleeps through the night' }))
  const added = await askAs(cast.tom, `/cases/${caseId}/tasks`, {
    title: 'Ring the landlord',
    to: cast.sam,
    due: 'in 2 weeks',
    aim: aimId,
    detail: '',
  })
  expect(added.status).toBe(303)
  const done = await give(caseId, cast.tom, 1)
  await asWorker(cast.tom, db => completeTask(db, caseId, done, 'Fitted and tried'))
  const { text } = await askAs(cast.sam, `/cases/${caseId}/plan`)
  for (const words of ['Mrs Lee sleeps through the night', 'Ring the landlord', 'For you', '1 of 2', 'Due in 14 days'])
    expect(text).toContain(words)
})

test('what cannot be taken comes back as it was typed, with a sentence for each field', async () => {
  const caseId = await aCase()
  const refused = await askAs(cast.tom, `/cases/${caseId}/tasks`, {
    title: 'Ring Mrs Lee & sons',
    to: cast.owen,
    due: 'whenever',
    aim: '',
    detail: '<b>',
  })
  expect(refused.status).toBe(422)
  for (const words of ['value="whenever"', 'Ring Mrs Lee &amp; sons', '&lt;b&gt;', 'Say by when, such as Friday'])
    expect(refused.text).toContain(words)
  const stranger = await askAs(cast.tom, `/cases/${caseId}/tasks`, {
    title: 'Ring Mrs Lee',
    to: cast.owen,
    due: 'fri',
    aim: '',
    detail: '',
  })
  expect([stranger.status, stranger.text.includes('share the case first')]).toEqual([422, true])
  const unproven = await askAs(cast.tom, `${taskLink(caseId, await give(caseId, cast.tom, 1))}/completion`, { evidence: '  ' })
  expect([unproven.status, unproven.text.includes('Say what was done')]).toEqual([422, true])
})

test('dates are understood as people type them', () => {
  const due = (typed: string) => newTask.safeParse({ title: 'Ring', to: cast.tom, due: typed }).data?.due
  expect(due('in 2 weeks')).toBe(soon(14))
  expect(due('fri')).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(due('24/11')).toMatch(/-11-24$/)
  expect([due('24/11/2090'), due('someday'), due('')]).toEqual([undefined, undefined, undefined])
})

test('an outsider finds neither the plan nor a task by its address', async () => {
  const caseId = await aCase()
  const task = await give(caseId, cast.tom, 1)
  expect((await askAs(cast.owen, `/cases/${caseId}/plan`)).status).toBe(404)
  expect((await askAs(cast.owen, taskLink(caseId, task))).status).toBe(404)
  expect((await askAs(cast.tom, taskLink(await aCase(), task))).status).toBe(404)
})

test('whoever sees only the headline works their task and sees nothing else', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health, { tier: 'headline' })
  const task = await give(caseId, agency.health, 1)
  await give(caseId, cast.tom, 1, cast.tom, 'A secret errand')
  const { status, text } = await askAs(cast.noor, taskLink(caseId, task))
  expect([status, text.includes('You see its headline and this task'), text.includes('secret errand')]).toEqual([200, true, false])
  expect((await askAs(cast.noor, `/cases/${caseId}/plan`)).status).toBe(404)
  expect((await askAs(cast.noor, `${taskLink(caseId, task)}/completion`, { evidence: 'Seen at home on Friday' })).status).toBe(303)
  expect((await askAs(cast.tom, taskLink(caseId, task))).text).toContain('Done by Noor Halabi, Health')
})

test('whoever cannot see an aim changes their task and leaves its aim as it was', async () => {
  const caseId = await aCase()
  await share(caseId, agency.health, { tier: 'headline' })
  const aim = await asWorker(cast.tom, db => addAim(db, caseId, { title: 'Sleeps through the night' }))
  const task = await give(caseId, agency.health, 3)
  const form = { title: 'Ring the ward', to: agency.health, due: soon(3), detail: '' }
  expect((await askAs(cast.tom, taskLink(caseId, task), { ...form, aim, version: '1' })).status).toBe(303)
  expect((await askAs(cast.noor, taskLink(caseId, task))).text).not.toContain('Sleeps through the night')
  expect((await askAs(cast.noor, taskLink(caseId, task), { ...form, due: soon(4), version: '2' })).status).toBe(303)
  expect((await askAs(cast.noor, taskLink(caseId, task), { ...form, due: soon(5), aim: '', version: '3' })).status).toBe(303)
  const served = async () => (await asWorker(cast.tom, db => findTask(db, caseId, task))).aimTitle
  expect(await served()).toBe('Sleeps through the night')
  expect((await askAs(cast.noor, `${taskLink(caseId, task)}/completion`, { evidence: 'Rang the ward' })).status).toBe(303)
  expect(await served()).toBe('Sleeps through the night')
})

test('a task keeps an aim that has been reached when something else about it changes', async () => {
  const caseId = await aCase()
  const aim = await asWorker(cast.tom, db => addAim(db, caseId, { title: 'Has a lock that works' }))
  const task = await give(caseId, cast.tom, 3)
  await askAs(cast.tom, taskLink(caseId, task), { title: 'Fit a brace', to: cast.tom, due: soon(3), aim, detail: '', version: '1' })
  await asWorker(cast.tom, db => endAim(db, caseId, aim, true))
  const form = /<form id="amendment"[\s\S]*?<\/form>/.exec((await askAs(cast.tom, taskLink(caseId, task))).text)?.[0]
  expect(form).toContain(`<option value="${aim}" selected="">Has a lock that works</option>`)
})

test('two people change one task: the second sees both, and whose each is, and chooses', async () => {
  const caseId = await aCase()
  const task = await give(caseId, cast.tom, 3)
  const form = { to: cast.tom, due: soon(3), aim: '', detail: '', version: '1' }
  expect((await askAs(cast.sam, taskLink(caseId, task), { ...form, title: 'Fit two braces' })).status).toBe(303)
  const second = await askAs(cast.tom, taskLink(caseId, task), { ...form, title: 'Fit a chain' })
  expect(second.status).toBe(409)
  for (const words of ['Sam Okoro', 'Fit two braces', 'Fit a chain', 'name="version" value="2"']) expect(second.text).toContain(words)
  await askAs(cast.tom, taskLink(caseId, task), { ...form, title: 'Fit a chain', version: '2', choice: 'theirs' })
  expect((await asWorker(cast.tom, db => findTask(db, caseId, task))).title).toBe('Fit two braces')
  await askAs(cast.tom, taskLink(caseId, task), { ...form, title: 'Fit a chain', version: '2', choice: 'yours' })
  expect((await asWorker(cast.tom, db => findTask(db, caseId, task))).title).toBe('Fit a chain')
})

test('of two who end a task the second is told, and a reader is refused', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'read' })
  const task = await give(caseId, cast.tom, 3)
  const ending = (who: string) => asWorker(who, db => completeTask(db, caseId, task, 'Fitted'))
  await expect(ending(cast.grace)).rejects.toThrow('not yours to end')
  await ending(cast.tom)
  await expect(ending(cast.sam)).rejects.toThrow('Tom Ashdown has said already')
  const second = await askAs(cast.sam, `${taskLink(caseId, task)}/completion`, { evidence: 'I <b>saw</b> the new lock' })
  expect([second.status, second.text.includes('I &lt;b&gt;saw&lt;/b&gt; the new lock')]).toEqual([409, true])
  await expect(
    asWorker(cast.grace, db => amendTask(db, caseId, task, { title: 'Mine', to: cast.tom, due: soon(1), aim: '', detail: '', version: 2 })),
  ).rejects.toThrow('not change it')
})

test('a task opened again keeps the evidence it had among its notes', async () => {
  const caseId = await aCase()
  const task = await give(caseId, cast.tom, 3)
  await asWorker(cast.tom, db => noteProgress(db, caseId, task, 'Rang twice'))
  await asWorker(cast.tom, db => completeTask(db, caseId, task, 'Letter of 3 May'))
  await asWorker(cast.sam, db => reopenTask(db, caseId, task, 'The landlord says otherwise'))
  const [found, notes] = await asWorker(cast.sam, async db => [await findTask(db, caseId, task), await listTaskNotes(db, task)] as const)
  expect([found.doneAt, found.open, found.evidence]).toEqual([null, true, ''])
  expect(notes[0]?.body).toContain('The landlord says otherwise')
  expect(notes[0]?.body).toContain('Tom Ashdown, Police, said on')
  expect(notes[0]?.body).toContain('Letter of 3 May')
})

test('tasks wait for a worker, their team and their agency, until they are done or the case is closed', async () => {
  const caseId = await aCase(cast.aisha)
  await share(caseId, team.hub, { tier: 'contribute' }, cast.aisha)
  const ids = [
    await give(caseId, cast.aisha, 1, cast.aisha),
    await give(caseId, team.hub, 2, cast.aisha),
    await give(caseId, agency.charity, 3, cast.aisha),
  ]
  const waiting = (who: string) => asWorker(who, async db => (await listMyTasks(db, 'all', { most: 50 })).map(task => task.id))
  expect(await waiting(cast.aisha)).toEqual(ids)
  expect(await waiting(cast.noor)).toEqual([ids[1]])
  const of = (whose: 'me' | 'teams' | 'agency') =>
    asWorker(cast.aisha, async db => (await listMyTasks(db, whose, { most: 50 })).map(task => task.id))
  expect([await of('me'), await of('teams'), await of('agency')]).toEqual([[ids[0]], [ids[1]], [ids[2]]])
  await asWorker(cast.noor, db => completeTask(db, caseId, String(ids[1]), 'Visited'))
  expect(await waiting(cast.noor)).toEqual([])
  await asWorker(cast.aisha, db => db.updateTable('cases').set({ closedAt: new Date() }).where('id', '=', caseId).execute())
  expect(await waiting(cast.aisha)).toEqual([])
  await asWorker(cast.aisha, db => db.updateTable('cases').set({ closedAt: null }).where('id', '=', caseId).execute())
  expect(await waiting(cast.aisha)).toEqual([ids[0], ids[2]])
})

test('a late task becomes the lead’s business after three days, and everybody’s of the owner after seven', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'contribute' })
  const task = await give(caseId, agency.housing, 1)
  await lateBy(task, 3)
  expect([await escalated(cast.tom), await escalated(cast.sam)]).toEqual([[], []])
  await lateBy(task, 4)
  expect([await escalated(cast.tom), await escalated(cast.sam)]).toEqual([[task], []])
  await lateBy(task, 8)
  expect([await escalated(cast.tom), await escalated(cast.sam), await escalated(cast.grace), await escalated(cast.owen)]).toEqual([
    [task],
    [task],
    [],
    [],
  ])
  await asWorker(cast.grace, db => completeTask(db, caseId, task, 'Brace fitted'))
  expect([await escalated(cast.tom), await escalated(cast.sam)]).toEqual([[], []])
})

test('what is late with others goes with the lead of the case', async () => {
  const caseId = await aCase()
  await share(caseId, agency.housing)
  const task = await give(caseId, cast.grace, 0)
  await lateBy(task, 4)
  await asWorker(cast.tom, db => db.updateTable('cases').set({ leadWorkerId: cast.ingrid }).where('id', '=', caseId).execute())
  const all = [await escalated(cast.tom), await escalated(cast.ingrid)]
  expect(all.map(found => found.includes(task))).toEqual([false, true])
})

test('a case kept within one team is never everybody’s business in the agency', async () => {
  const caseId = await aCase(cast.sam, { ownerTeamId: team.slaveryTeam, programme: 'modern-slavery' })
  await share(caseId, agency.housing, { tier: 'contribute' }, cast.sam)
  const task = await give(caseId, agency.housing, 1, cast.sam)
  await lateBy(task, 30)
  expect([await escalated(cast.sam), await escalated(cast.tom)]).toEqual([[task], []])
  expect(await asWorker(cast.sam, async db => (await listTasksOfCase(db, caseId)).length)).toBe(1)
})
