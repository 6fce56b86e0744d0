/** Of a form only its own fields are taken: through others nobody writes as somebody else, about somebody else or at another time. */
import { expect, test } from 'vitest'
import { asWorker, newId } from '../../src/platform/db.ts'
import { messages } from '../../src/slices/messages/index.ts'
import { people } from '../../src/slices/people/index.ts'
import { asking, form } from '../ask.ts'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { joins } from '../sided-case.ts'

ownDatabase()

test('what a form does not have is passed over, however it is called', async () => {
  const [caseId, personId, otherId, id] = [await aCase(), newId(), newId(), newId()]
  await share(caseId, agency.housing)
  await asWorker(cast.tom, async db => {
    for (const one of [personId, otherId]) {
      await db.insertInto('people').values({ id: one, givenName: 'Ayo', familyName: 'Marsh', createdBy: cast.tom }).execute()
      await joins(db, caseId, one)
    }
  })
  const smuggled = {
    ...{ id, personId: otherId, person_id: otherId, recordedBy: cast.sam, recorded_by: cast.sam, recordedAt: '2020-01-01' },
    ...{ authorId: cast.sam, author_id: cast.sam, agencyId: agency.housing, agency_id: agency.housing, sentAt: '2020-01-01' },
  }
  const sent = [
    await asking(people, cast.tom)(`/people/${personId}/names`, form({ caseId, kind: 'alias', name: 'Zee', ...smuggled })),
    await asking(messages, cast.tom)(`/cases/${caseId}/messages`, form({ body: 'Ring me', ...smuggled })),
  ]
  expect(sent.map(answer => answer.status)).toEqual([303, 303])
  const rows = await asWorker(cast.tom, async db => [
    await db
      .selectFrom('personNames')
      .select(eb => ['personId as about', 'id', eb.fn<string>('recorded_by', ['id']).as('by')])
      .where('name', '=', 'Zee')
      .execute(),
    await db.selectFrom('messages').select(['caseId as about', 'authorId as by', 'id']).where('body', '=', 'Ring me').execute(),
  ])
  const own = (about: string) => [{ about, by: cast.tom, id: expect.not.stringMatching(id) }]
  expect(rows).toEqual([own(personId), own(caseId)])
})
