/** "Who can read this?" of Kith's own lines: as with what was done to, and nothing to whoever may not see that. */
import { beforeAll, expect, test } from 'vitest'
import { asking } from '../../../../test/ask.ts'
import { share } from '../../../../test/case.ts'
import { agency, cast } from '../../../../test/cast.ts'
import { ownDatabase } from '../../../../test/database.ts'
import { whoMay } from '../../../../test/may.ts'
import { aSidedCase } from '../../../../test/sided-case.ts'
import { asWorker, newId } from '../../../platform/db.ts'
import { type Mark, record } from '../../../platform/events.ts'
import { whoLink } from '../../cases/index.ts'
import { sharing } from '../index.ts'
import { findRow, listReading } from './queries.ts'

ownDatabase()
let made: Awaited<ReturnType<typeof aSidedCase>>
beforeAll(async () => {
  made = await aSidedCase()
})

type Done = { kind?: string; subjectId?: string; mark?: Mark; caseId?: string | null; detail?: Record<string, string> }

/** Something that Tom does, and its id. */
const does = ({ kind = 'case_amended', mark = { side: null, category: null }, caseId = made.caseId, ...more }: Done) =>
  asWorker(cast.tom, async db => {
    await record(db, kind, { caseId, mark, ...more })
    const [done] = await db
      .selectFrom('events')
      .select('id')
      .where('workerId', '=', cast.tom)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    return done?.id ?? ''
  })

const page = async (worker: string, id: string) => {
  const answer = await asking(sharing, worker)(whoLink('deed', id))
  return { status: answer.status, text: await answer.text() }
}
const statuses = async (id: string, ...workers: string[]) => Promise.all(workers.map(async who => (await page(who, id)).status))

async function aRestrictedEntry(): Promise<string> {
  const id = newId()
  await asWorker(cast.tom, async db => {
    const wrote = { authorId: cast.tom, agencyId: agency.police, body: 'Only for two' }
    await db
      .insertInto('entries')
      .values({ id, caseId: made.caseId, kind: 'note', occurredAt: new Date(), restricted: true, side: null, ...wrote })
      .execute()
    await db.insertInto('namedReaders').values({ recordId: id, caseId: made.caseId, workerId: cast.aisha, namedBy: cast.tom }).execute()
  })
  return id
}

test('it is called by its sentence, and says who can read it', async () => {
  const { text } = await page(cast.grace, await does({ mark: { side: 'victim', category: null } }))
  expect(text).toContain('Tom Ashdown changed the case’s details')
  expect(text).toContain('It belongs to the victim side')
  expect(text).toMatch(/Because it was shared with Housing, where you work/)
})

test('what ties somebody to the case is read by nobody who works only the side that must never learn of it', async () => {
  const id = await does({ kind: 'person_joined', mark: { side: null, category: null, aboutPeople: true }, detail: { role: 'Other' } })
  const readers = await whoMay(cast, db => db.selectFrom('events').select('id').where('id', '=', id).execute())
  expect(readers).not.toContain('noor')
  const named = await asWorker(cast.tom, async db => listReading(db, await findRow(db, 'deed', id)))
  const ids = Object.fromEntries(Object.entries(cast).map(([name, worker]) => [worker, name]))
  expect(named.map(one => ids[one.id]).sort()).toEqual(readers.sort())
  expect(await statuses(id, cast.tom, cast.aisha, cast.noor, cast.owen)).toEqual([200, 200, 404, 404])
})

test('one about something restricted tells of its named readers, to them alone', async () => {
  const id = await does({
    kind: 'reader_named',
    subjectId: await aRestrictedEntry(),
    mark: { side: null, category: null, restricted: true },
    detail: { principal: cast.aisha },
  })
  expect(await statuses(id, cast.tom, cast.aisha, cast.sam, cast.grace, cast.noor)).toEqual([200, 200, 404, 404, 404])
  const { text } = await page(cast.aisha, id)
  expect(text).toContain('Who can read this entry?')
  expect(text).toContain('Because Tom Ashdown named you.')
  expect(text).not.toMatch(/Housing can|Only for two/)
})

test('what was said on a receipt goes by the rule of receipts', async () => {
  const given = await share(made.caseId, agency.outside, { tier: 'read', basis: 'vital interests', agreementId: null })
  const id = await does({ kind: 'share_understood', subjectId: given, mark: { side: null, category: null, restricted: true } })
  expect(await statuses(id, cast.tom, cast.owen, cast.sam, cast.grace)).toEqual([200, 200, 200, 404])
  expect((await page(cast.tom, id)).text).not.toContain('Those who can, and why')
})

test('that a case was opened in an emergency is told by its rule, to those who see the opening and to who did it', async () => {
  const id = await does({ kind: 'case_opened_in_emergency', subjectId: newId() })
  expect(await statuses(id, cast.tom, cast.sam, cast.grace, cast.aisha)).toEqual([200, 404, 404, 404])
  const { text } = await page(cast.tom, id)
  expect(text).toContain('Tom Ashdown opened the case in an emergency')
  expect(text).not.toContain('Those who can, and why')
})

test('a message, an entry, what was done in no case, and what is not there, are nothing to ask about', async () => {
  const asked = [
    await does({ kind: 'message_sent', detail: { to: agency.housing } }),
    await does({ kind: 'entry_added' }),
    await does({ kind: 'password_changed', caseId: null }),
    newId(),
  ]
  for (const id of asked) expect(await statuses(id, cast.tom, cast.grace)).toEqual([404, 404])
})
