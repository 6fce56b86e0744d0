/** A closed case stays as it was, whatever address or statement a contributor writes by; what must go on goes on. */
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from './ask.ts'
import { aCase, share } from './case.ts'
import { agency, cast } from './cast.ts'
import { ownDatabase } from './database.ts'
import { may } from './may.ts'
import { joins } from './sided-case.ts'
import { asWorker, type Db, newId } from '../src/platform/db.ts'
import { chronology } from '../src/slices/chronology/routes.tsx'
import { people } from '../src/slices/people/routes.tsx'
import { plan } from '../src/slices/plan/routes.tsx'
import { closeCase, reopenCase } from '../src/slices/cases/commands.ts'

ownDatabase()

const closed = 'This case is closed. Open it again to add to it.'
const [person, other, place, role, thing, there, aim, task, entry, document, file, consent, warning] = Array.from({ length: 13 }, newId)
let caseId = ''
beforeAll(async () => {
  caseId = await aCase()
  await share(caseId, agency.housing, { tier: 'contribute' })
  await share(caseId, agency.charity, { tier: 'read' })
  await asWorker(cast.grace, async db => {
    for (const id of [person, other])
      await sql`insert into people (id, given_name, family_name, created_by) values (${id}, 'Ayo', 'Adeyemi', ${cast.grace})`.execute(db)
    await sql`insert into places (id, line1, created_by) values (${place}, '1 Fern Court', ${cast.grace})`.execute(db)
    await sql`insert into case_people (id, case_id, person_id, role, basis, added_by) values (${role}, ${caseId}, ${person}, 'Other', 'Named', ${cast.grace})`.execute(
      db,
    )
    await joins(db, caseId, other as string)
    await sql`insert into case_objects (id, case_id, kind, name, role, added_by) values (${thing}, ${caseId}, 'vehicle', 'Van', 'Other', ${cast.grace})`.execute(
      db,
    )
    await sql`insert into case_places (id, case_id, place_id, role, added_by) values (${there}, ${caseId}, ${place}, 'Other', ${cast.grace})`.execute(
      db,
    )
    await sql`insert into aims (id, case_id, title, created_by) values (${aim}, ${caseId}, 'A safe home', ${cast.grace})`.execute(db)
    await sql`insert into tasks (id, case_id, title, assigned_to, due_on, created_by) values (${task}, ${caseId}, 'Ring', ${cast.grace}, current_date, ${cast.grace})`.execute(
      db,
    )
    await sql`insert into person_warnings (id, case_id, person_id, instruction, review_on, recorded_by) values (${warning}, ${caseId}, ${person}, 'Visit in twos', current_date + 9, ${cast.grace})`.execute(
      db,
    )
    for (const insert of [writesEntry(entry), addsDocument(document), storesFile(file), addsVersion(1), recordsConsent(consent)])
      await insert(db)
  })
})

type Deed = (db: Db) => Promise<unknown>
const me = sql`my_worker()`
const writesEntry =
  (id: string = newId()): Deed =>
  db =>
    sql`insert into entries (id, case_id, kind, occurred_at, body, author_id, agency_id) values (${id}, ${caseId}, 'note', now(), 'Rang', ${me}, my_agency())`.execute(
      db,
    )
const addsDocument =
  (id: string = newId()): Deed =>
  db =>
    sql`insert into documents (id, case_id, title, kind, created_by, agency_id) values (${id}, ${caseId}, 'A letter', 'letter', ${me}, my_agency())`.execute(
      db,
    )
const storesFile =
  (id: string = newId()): Deed =>
  db =>
    sql`insert into files (id, sha256, size, type, name, case_id, stored_by) values (${id}, ${'a'.repeat(64)}, 1, 'text/plain', 'a.txt', ${caseId}, ${me})`.execute(
      db,
    )
const addsVersion =
  (number: number): Deed =>
  db =>
    sql`insert into document_versions (id, document_id, case_id, number, file_id, added_by) values (${newId()}, ${document}, ${caseId}, ${number}, ${file}, ${me})`.execute(
      db,
    )
const recordsConsent =
  (id: string = newId()): Deed =>
  db =>
    sql`insert into consents (id, case_id, person_id, words_shown, agencies, purposes, channel, given_by, capacity, given_on, expires_on, recorded_by)
      values (${id}, ${caseId}, ${person}, 'May we tell them what you told us?', array[${agency.outside}]::uuid[], 'A home', 'phone', 'self', 'has', current_date, current_date + 90, ${me})`.execute(
      db,
    )
/** Runs as one statement; says yes by the rows it touched. */
const does =
  (statement: () => ReturnType<typeof sql>): Deed =>
  async db =>
    Number((await statement().execute(db)).numAffectedRows ?? 0n) > 0

const onlyWhileOpen: Record<string, Deed> = {
  'write an entry': writesEntry(),
  'correct an entry': does(
    () =>
      sql`insert into entries (id, case_id, kind, occurred_at, body, author_id, agency_id, corrects_id, correction_reason) values (${newId()}, ${caseId}, 'note', now(), 'Wrote', ${me}, my_agency(), ${entry}, 'A slip')`,
  ),
  'say whom an entry is about': does(() => sql`insert into entry_people (entry_id, person_id) values (${entry}, ${other})`),
  'add a document': addsDocument(),
  'store a file': storesFile(),
  'record a consent': recordsConsent(),
  'record an outcome': does(
    () =>
      sql`insert into outcomes (id, case_id, agency_id, kind, achieved_on, recorded_by) values (${newId()}, ${caseId}, my_agency(), 'Home kept', current_date, ${me})`,
  ),
  'open a sub-case': does(
    () =>
      sql`insert into cases (id, programme, programme_version, parent_id, owner_agency_id, lead_worker_id, title, stage, opened_by) values (${newId()}, 'asb', 1, ${caseId}, my_agency(), ${me}, 'Under it', 'reported', ${me})`,
  ),
  'add somebody': does(
    () =>
      sql`insert into case_people (id, case_id, person_id, role, basis, added_by) values (${newId()}, ${caseId}, ${person}, 'Witness', 'Said so', ${me})`,
  ),
  'end a role': does(() => sql`update case_people set ended_at = now(), ended_by = ${me}, end_reason = 'Moved' where id = ${role}`),
  'add a place': does(
    () => sql`insert into case_places (id, case_id, place_id, role, added_by) values (${newId()}, ${caseId}, ${place}, 'Home', ${me})`,
  ),
  'grade a place': does(() => sql`update case_places set grade = 'high', grade_reason = 'Two fires' where id = ${there}`),
  'add a thing': does(
    () =>
      sql`insert into case_objects (id, case_id, kind, name, role, added_by) values (${newId()}, ${caseId}, 'vehicle', 'Car', 'Other', ${me})`,
  ),
  'end a thing': does(() => sql`update case_objects set ended_at = now(), ended_by = ${me} where id = ${thing}`),
  'learn a name': does(
    () =>
      sql`insert into person_names (id, case_id, person_id, kind, name, recorded_by) values (${newId()}, ${caseId}, ${person}, 'alias', 'A', ${me})`,
  ),
  'learn a number': does(
    () =>
      sql`insert into person_contacts (id, case_id, person_id, kind, value, recorded_by) values (${newId()}, ${caseId}, ${person}, 'mobile', '07700 900000', ${me})`,
  ),
  'learn a need': does(
    () =>
      sql`insert into person_needs (id, case_id, person_id, kind, detail, recorded_by) values (${newId()}, ${caseId}, ${person}, 'language', 'Welsh', ${me})`,
  ),
  'write a warning': does(
    () =>
      sql`insert into person_warnings (id, case_id, person_id, instruction, review_on, recorded_by) values (${newId()}, ${caseId}, ${person}, 'Ring first', current_date + 9, ${me})`,
  ),
  'say how two are related': does(
    () =>
      sql`insert into person_relationships (id, case_id, person_id, other_id, kind, recorded_by) values (${newId()}, ${caseId}, ${person}, ${other}, 'friend', ${me})`,
  ),
  'set an aim': does(() => sql`insert into aims (id, case_id, title, created_by) values (${newId()}, ${caseId}, 'Work', ${me})`),
  'amend an aim': does(() => sql`update aims set title = 'A home' where id = ${aim}`),
  'give a task': does(
    () =>
      sql`insert into tasks (id, case_id, title, assigned_to, due_on, created_by) values (${newId()}, ${caseId}, 'Write', ${cast.grace}, current_date, ${me})`,
  ),
  'end a task': does(() => sql`update tasks set done_at = now(), done_by = ${me}, evidence = 'Rang' where id = ${task}`),
  'note progress': does(
    () =>
      sql`insert into task_notes (id, task_id, case_id, body, author_id, agency_id) values (${newId()}, ${task}, ${caseId}, 'Rang', ${me}, my_agency())`,
  ),
  'add a version': addsVersion(2),
}

const always: Record<string, Deed> = {
  'withdraw a consent': does(
    () => sql`update consents set withdrawn_at = now(), withdrawn_by = ${me}, withdrawal = 'She rang' where id = ${consent}`,
  ),
  'end a warning that was wrong': does(() => sql`update person_warnings set ended_at = now(), ended_by = ${me} where id = ${warning}`),
  'send a message': does(
    () =>
      sql`insert into messages (id, case_id, body, author_id, agency_id) values (${newId()}, ${caseId}, 'Did it last?', ${me}, my_agency())`,
  ),
}

const whichGo = async (deeds: Record<string, Deed>, worker: string = cast.grace) => {
  const gone: string[] = []
  for (const [name, deed] of Object.entries(deeds)) if ((await may(worker, deed)) === 'yes') gone.push(name)
  return gone
}

test('what a contributor writes is refused while the case is closed, and taken again when it is opened', async () => {
  const all = Object.keys(onlyWhileOpen)
  expect(await whichGo(onlyWhileOpen)).toEqual(all)
  await asWorker(cast.tom, db => closeCase(db, caseId, { reason: 'Other', result: 'Done', personView: '' }))
  expect(await whichGo(onlyWhileOpen)).toEqual([])
  expect(await whichGo(onlyWhileOpen, cast.tom)).toEqual([])
  expect(await whichGo(always)).toEqual(Object.keys(always))
  await asWorker(cast.tom, db => reopenCase(db, caseId, 'It began again'))
  expect(await whichGo(onlyWhileOpen)).toEqual(all)
})

test('whoever may only read learns nothing from the sentence: it is said after the other rules', async () => {
  const said = async (worker: string) => asWorker(worker, writesEntry()).catch((error: Error) => error.message)
  await asWorker(cast.tom, db => closeCase(db, caseId, { reason: 'Other', result: 'Done', personView: '' }))
  expect(await said(cast.grace)).toBe(closed)
  expect(await said(cast.aisha)).toBe('You may see this, but not change it in this way.')
  expect(await said(cast.owen)).toBe('You may see this, but not change it in this way.')
  await asWorker(cast.tom, db => reopenCase(db, caseId, 'It began again'))
})

test('a form that arrives after the case was closed is told so, and what was typed is on the page', async () => {
  await asWorker(cast.tom, db => closeCase(db, caseId, { reason: 'Other', result: 'Done', personView: '' }))
  const sent = async (slice: Parameters<typeof asking>[0], address: string, fields: Record<string, string>) => {
    const answer = await asking(slice, cast.grace)(address, form(fields))
    const page = await answer.text()
    return [answer.status, page.includes(closed), page.includes('She rang at nine')]
  }
  const at = `/cases/${caseId}`
  const told = [403, true, true]
  const entered = { kind: 'note', body: 'She rang at nine', happened: 'now', occurredAt: 'now', day: 'today', time: '09:00' }
  expect(await sent(chronology, `${at}/entries`, entered)).toEqual(told)
  expect(await sent(plan, `${at}/aims`, { title: 'She rang at nine' })).toEqual(told)
  expect(await sent(plan, `${at}/tasks/${task}/notes`, { body: 'She rang at nine' })).toEqual(told)
  expect(await sent(plan, `${at}/tasks/${task}/completion`, { evidence: 'She rang at nine' })).toEqual(told)
  expect(await sent(people, `/people/${person}/needs`, { kind: 'language', detail: 'She rang at nine', learnt: caseId, caseId })).toEqual(
    told,
  )
})
