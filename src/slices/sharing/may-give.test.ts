/** What somebody may not give is said before they confirm it: whoever does not lead is not asked to fill anything in. */
import { beforeAll, expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { sharing } from './index.ts'

ownDatabase()
const asks = (worker: string) => asking(sharing, worker)
const wish = (more: Record<string, string> = {}) =>
  form({
    with: agency.health,
    tier: 'lead',
    basis: 'vital',
    reason: 'She is at the hospital',
    until: '2030-01-01',
    sensitive: 'all',
    ...more,
  })
let link = ''

beforeAll(async () => {
  const id = await aCase()
  link = `/cases/${id}/sharing`
  await share(id, agency.housing)
  await share(id, agency.charity, { tier: 'lead', categories: ['health'] })
})

test('whoever does not lead the case learns whom to ask, and is shown no form', async () => {
  for (const path of ['/new', `/new?with=${agency.health}`]) {
    const answer = await asks(cast.grace)(`${link}${path}`)
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Ask Tom Ashdown, Police.')])
  }
  expect((await asks(cast.grace)(`${link}/new`, wish())).status).toBe(403)
})

test('whoever leads it with some of what is sensitive is told on the form that they have no more to give', async () => {
  const answer = await asks(cast.aisha)(`${link}/new`, wish())
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringMatching(/Choose no more than you see\..*She is at the hospital/s),
  ])
  expect((await asks(cast.aisha)(`${link}/new`, wish({ sensitive: 'some', category: 'health' }))).status).toBe(303)
})

test('a guest who leads is told on the form that their own agency is not theirs to share with', async () => {
  const answer = await asks(cast.aisha)(`${link}/new`, wish({ with: agency.charity, sensitive: 'none' }))
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('You cannot share this case with Harbour.')])
})
