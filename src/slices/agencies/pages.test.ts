/** The pages of agencies, teams and workers, as browsers ask for them. */
import { expect, test } from 'vitest'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { signIn } from '../../../test/sign-in.ts'
import { createApp } from '../../app.tsx'

ownDatabase()

async function ask(who: string, path: string, form?: Record<string, string>) {
  const headers = { cookie: await signIn(who), origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
  const answer = await createApp().request(path, form ? { method: 'POST', headers, body: new URLSearchParams(form) } : { headers })
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') ?? '' }
}

test.each([
  ['/agencies', 'Wexmoor Homes'],
  [`/agencies/${agency.housing}`, 'Grace Penhale'],
  ['/teams', 'Community hub'],
  [`/teams/${team.hub}`, 'Aisha Bello'],
  [`/workers/${cast.grace}`, 'Housing officer'],
])('every worker reads %s', async (path, words) => {
  expect(await ask(cast.owen, path)).toMatchObject({ status: 200, text: expect.stringContaining(words) })
})

test.each([
  '/agencies/new',
  `/agencies/${agency.housing}/edit`,
  `/agencies/${agency.housing}/suspension`,
  `/teams/new`,
  `/workers/new?agency=${agency.housing}`,
  `/workers/${cast.amir}/leaving`,
])('a worker who administers nothing is not shown the form %s', async path => {
  expect((await ask(cast.grace, path)).status).toBe(403)
})

test('an administrator adds a worker on one form; what is wrong comes back with what was typed', async () => {
  const typed = { agency: agency.housing, name: 'Jo Park', email: 'jo at example', jobTitle: '<b>Officer</b>', invite: 'yes' }
  const wrong = await ask(cast.amir, `/workers/new?agency=${agency.housing}`, typed)
  expect(wrong).toMatchObject({ status: 422, text: expect.stringContaining('Write an e-mail address such as') })
  expect(wrong.text).toContain('jo at example')
  expect(wrong.text).not.toContain('<b>Officer</b>')
  const right = await ask(cast.amir, `/workers/new?agency=${agency.housing}`, { ...typed, email: 'jo.park@example.test' })
  expect(right.status).toBe(303)
  expect((await ask(cast.amir, right.location)).text).toContain('invited Jo Park')
})

test('nobody is told whether an id that is none was ever an agency', async () => {
  for (const path of ['/agencies/none', '/teams/none', '/workers/00000000-0000-7000-8000-000000009999', '/agreements/none']) {
    expect((await ask(cast.pat, path)).status).toBe(404)
  }
})
