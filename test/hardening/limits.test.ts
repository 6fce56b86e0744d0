/** What one asker may cost the others: time in the database, bytes in memory, connections held open. */
import { connect } from 'node:net'
import { once } from 'node:events'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { authDb } from '../../src/platform/auth-db.ts'
import { asWorker, type Db } from '../../src/platform/db.ts'
import { fromDatabase, Unavailable } from '../../src/platform/errors.ts'
import { serve } from '../../src/platform/serve.ts'
import { cast } from '../cast.ts'
import { behindTheRules, ownDatabase } from '../database.ts'
import { signIn } from '../sign-in.ts'

const database = ownDatabase()
const app = createApp()
let cookie: string

beforeAll(async () => {
  cookie = await signIn(cast.tom)
})

const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
const setting = async (db: Pick<Db, 'getExecutor'>, name: string) =>
  (await sql<{ is: string }>`select current_setting(${name}) as is`.execute(db as Db)).rows[0]?.is

describe('The database', () => {
  test('cuts off pages and sign-in that ask too much', async () => {
    for (const name of names) {
      const limits = [await asWorker(cast.tom, db => setting(db, name)), await setting(authDb(), name)]
      for (const limit of limits) expect([name, limit]).toEqual([name, expect.stringMatching(/^(10|30)s|1min$/)])
    }
  })

  test('says of a statement that was cut off that it is to be tried again, and nothing about the statement', async () => {
    const slow = asWorker(cast.tom, async db => {
      await sql`set local statement_timeout = '5ms'`.execute(db)
      await sql`select pg_sleep(60)`.execute(db)
    })
    await expect(slow).rejects.toBeInstanceOf(Unavailable)
    for (const code of ['57014', '55P03', '25P03']) expect(fromDatabase({ code })).toBeInstanceOf(Unavailable)
  })
})

describe('A body', () => {
  const addresses = [...new Set(app.routes.filter(route => route.method === 'POST').map(route => route.path))]
  const takesFiles = ['/cases/:id/documents', '/cases/:id/scans/new', '/documents/:id/versions']

  test.each([
    ['says how large it is', { 'content-length': String(3 * 1024 * 1024) }],
    ['does not say', {}],
  ])('of more than 2 MB is refused at every address that takes no files, when it %s', async (_, about) => {
    expect(addresses.filter(path => takesFiles.includes(path)).length).toBe(takesFiles.length)
    for (const path of addresses.filter(each => !takesFiles.includes(each))) {
      const headers = { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...about }
      const answer = await app.request(path, { method: 'POST', headers, body: Buffer.alloc(3 * 1024 * 1024, 'x') })
      await answer.body?.cancel()
      expect([path, answer.status]).toEqual([path, 413])
    }
  })

  test('of more than twenty of the largest files is refused before it is read', async () => {
    const headers = {
      cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': '9999999999',
    }
    expect((await app.request('/cases/0/documents', { method: 'POST', headers, body: '--b--' })).status).toBe(413)
  })
})

describe('The server', () => {
  test('hangs up on whoever begins a request and does not go on', async () => {
    const limits = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 20 }
    const serving = await serve({ host: '127.0.0.1', port: 0, ready: async () => true, limits })
    try {
      for (const begun of ['GET / HTTP/1.1\r\nHost: kith\r\nX-Slow: ', 'POST / HTTP/1.1\r\nHost: kith\r\nContent-Length: 1000\r\n\r\nx']) {
        const line = connect(serving.port, '127.0.0.1')
        line.on('error', () => {})
        line.write(begun)
        line.resume()
        await once(line, 'close')
      }
    } finally {
      await serving.stop()
    }
  })

  test('refuses headers of more than 16 kB', async () => {
    const serving = await serve({ host: '127.0.0.1', port: 0, ready: async () => true })
    try {
      const answer = await fetch(`http://127.0.0.1:${serving.port}/`, { headers: { 'x-long': 'x'.repeat(20_000) } })
      expect(answer.status).toBe(431)
    } finally {
      await serving.stop()
    }
  })
})

test('a search of any length costs no more than one of 400 letters', async () => {
  const answer = await app.request(`/search?q=${'ab '.repeat(2_000)}`, { headers: { cookie } })
  expect(answer.status).toBe(200)
  const kept = await behindTheRules(database, ['looks'], client =>
    client.query<{ letters: number }>(`select length(words) as letters from looks where kind = 'search'`),
  )
  expect(kept.rows.map(row => row.letters <= 400)).toEqual([true])
})
