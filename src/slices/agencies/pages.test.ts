/** The pages of agencies, teams and workers, as browsers ask for them. */
import { describe, expect, test } from 'vitest'
import { askAs } from '../../../test/ask-as.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { teamLink, workerLink } from './links.ts'
import { addTeam } from './teams/commands.ts'
import { listRolesOf } from './workers/queries.ts'

ownDatabase()

test.each([
  ['/agencies', 'Wexmoor Homes'],
  [`/agencies/${agency.housing}`, 'Grace Penhale'],
  ['/teams', 'Community hub'],
  [`/teams/${team.hub}`, 'Aisha Bello'],
  [`/workers/${cast.grace}`, 'Housing officer'],
])('every worker reads %s', async (path, words) => {
  expect(await askAs(cast.owen, path)).toMatchObject({ status: 200, text: expect.stringContaining(words) })
})

test.each([
  '/agencies/new',
  `/agencies/${agency.housing}/edit`,
  `/agencies/${agency.housing}/suspension`,
  `/teams/new`,
  `/workers/new?agency=${agency.housing}`,
  `/workers/${cast.amir}/leaving`,
])('a worker who administers nothing is not shown the form %s', async path => {
  expect((await askAs(cast.grace, path)).status).toBe(403)
})

test('an administrator adds a worker on one form; what is wrong comes back with what was typed', async () => {
  const typed = { agency: agency.housing, name: 'Jo Park', email: 'jo at example', jobTitle: '<b>Officer</b>', invite: 'yes' }
  const wrong = await askAs(cast.amir, `/workers/new?agency=${agency.housing}`, typed)
  expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Write an e-mail address such as') })
  expect(wrong.text).toContain('jo at example')
  expect(wrong.text).not.toContain('<b>Officer</b>')
  const right = await askAs(cast.amir, `/workers/new?agency=${agency.housing}`, { ...typed, email: 'jo.park@example.test' })
  expect(right.status).toBe(303)
  expect((await askAs(cast.amir, right.to)).text).toContain('invited Jo Park')
})

test('nobody is told whether an id that is none was ever an agency', async () => {
  for (const path of ['/agencies/none', '/teams/none', '/workers/00000000-0000-7000-8000-000000009999', '/agreements/none']) {
    expect((await askAs(cast.pat, path)).status).toBe(404)
  }
})

type Conflict = {
  what: string
  address: () => Promise<string>
  first: Record<string, string>
  second: Record<string, string>
  sees: string[]
}

describe('two administrators at once', () => {
  const conflicts: Conflict[] = [
    {
      what: 'a team',
      address: async () => teamLink(await asWorker(cast.pat, db => addTeam(db, { name: 'Night hub', purpose: '', agency: '' }))),
      first: { name: 'Night-time hub', purpose: 'Works after ten' },
      second: { name: 'Night hub', purpose: 'Works <b>after eight</b>' },
      sees: ['Pat Conway', 'Night-time hub', 'Works after ten', 'Works &lt;b&gt;after eight&lt;/b&gt;', 'name="version" value="2"'],
    },
    {
      what: 'a worker',
      address: async () => workerLink(cast.noor),
      first: { name: 'Noor Halabi', jobTitle: 'Senior nurse', phone: '' },
      second: { name: 'Noor Halabi', jobTitle: 'Ward manager', phone: '01632 960 001' },
      sees: ['Pat Conway', 'Senior nurse', 'Ward manager', '01632 960 001', 'name="version" value="2"'],
    },
  ]

  test.each(conflicts)('the second to change $what sees both versions, and chooses', async ({ address, first, second, sees }) => {
    const path = await address()
    expect((await askAs(cast.pat, `${path}/edit`, { ...first, version: '1' })).status).toBe(303)
    const refused = await askAs(cast.pat, `${path}/edit`, { ...second, version: '1' })
    expect(refused.status).toBe(409)
    for (const words of sees) expect(refused.text).toContain(words)
    expect((await askAs(cast.pat, `${path}/edit`, { ...second, version: '2', choice: 'theirs' })).status).toBe(303)
    expect((await askAs(cast.pat, `${path}/edit`)).text).toContain(Object.values(first)[1])
    expect((await askAs(cast.pat, `${path}/edit`, { ...second, version: '2', choice: 'yours' })).status).toBe(303)
    expect((await askAs(cast.pat, `${path}/edit`)).text).not.toContain(Object.values(first)[1])
  })

  test('roles ticked on an older page undo nothing that a colleague has given meanwhile', async () => {
    const path = `${workerLink(cast.grace)}/roles`
    await askAs(cast.pat, path, { roles: 'panel_coordinator' })
    await askAs(cast.amir, path, { roles: 'information_governance_lead' })
    const held = async () => (await asWorker(cast.pat, db => listRolesOf(db, cast.grace))).map(one => one.role)
    expect(await held()).toEqual(['information_governance_lead', 'panel_coordinator'])
    await askAs(cast.amir, path, { shown: 'panel_coordinator', roles: '' })
    expect(await held()).toEqual(['information_governance_lead'])
  })
})
