/** When Kith makes a mistake, its page says where to try again. */
import { expect, test } from 'vitest'
import { cast } from '../test/cast.ts'
import { behindTheRules, ownDatabase } from '../test/database.ts'
import { signIn } from '../test/sign-in.ts'
import { createApp } from './app.tsx'

const database = ownDatabase()
const origin = 'http://localhost'

test('a page that failed leads to itself, a form to the page that it stands on, and neither to another site', async () => {
  const headers = { cookie: await signIn(cast.amir), origin, referer: `${origin}/teams/new?from=here` }
  await behindTheRules(database, [], client => client.query('alter table teams rename to elsewhere'))
  const failed = async (path: string, more: RequestInit = {}) => {
    const answer = await createApp().request(path, { headers, ...more })
    expect(answer.status).toBe(500)
    return /<a[^>]*href="([^"]*)"[^>]*>Try again/.exec(await answer.text())?.[1]
  }
  expect(await failed('/teams?q=x')).toBe('/teams?q=x')
  expect(await failed('/teams/new', { method: 'POST', body: new URLSearchParams({ name: 'Ours', purpose: 'To meet' }) })).toBe(
    '/teams/new?from=here',
  )
  headers.referer = 'http://['
  expect(await failed('/teams/new', { method: 'POST', body: new URLSearchParams({ name: 'Ours', purpose: 'To meet' }) })).toBe('/')
})
