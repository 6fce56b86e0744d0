/** The crawler: signs in as each of the cast, follows every link, form and download, tries what anybody has seen as everybody else, and must meet nothing that the model of the rules forbids. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { previewLink, sharingLink } from '../../src/slices/sharing/links.ts'
import { agency, cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'
import { signIn } from '../sign-in.ts'
import { countedWrongly, searchedWrongly } from './crawl/counts.ts'
import { county } from './crawl/county.ts'
import { explore } from './crawl/explore.ts'
import { layCounty } from './crawl/lay.ts'
import { casesOfRows } from './crawl/more.ts'
import { firstPages, notCrawled, pagesMissed } from './crawl/missed.ts'
import { everyAddress, tellsHiddenFromAbsent, turnOf } from './crawl/others.ts'
import { countStatements, type Visitor, visitorOf } from './crawl/visit.ts'
import { idOf } from './ids.ts'
import { at } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-crawl-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const database = ownDatabase()
afterAll(countStatements())

/** What Tom thinks of sharing, and looks at first as those would who get it. */
const proposed: { case: number; wish: Record<string, string> }[] = [
  { case: 0, wish: { with: agency.outside, sensitive: 'none' } },
  { case: 2, wish: { with: agency.outside, side: 'victim', sensitive: 'all' } },
]
const previews = proposed.map(({ case: which }) => previewLink(idOf('cases', which)))

/** Who may not come in at all. */
const shutOut = ['lena', 'stefan']
const leaks = new Set<string>()
const visitors: Visitor[] = []
let app: ReturnType<typeof createApp>
/** Addresses that anybody was led to, and those that forms are sent to. */
const seen = { pages: new Set<string>(), posts: new Set<string>() }
const everybody = <T>(work: (visitor: Visitor) => Promise<T>): Promise<T[]> => Promise.all(visitors.map(work))

const sum = (counts: number[]): number => counts.reduce((total, count) => total + count, 0)

beforeAll(async () => {
  await layCounty(database)
  app = createApp()
  for (const [place, [name, id]] of Object.entries(cast).entries())
    if (!shutOut.includes(name)) visitors.push(await visitorOf(app, name, { id, place, onLeak: leak => leaks.add(leak) }))
  for (const { case: which, wish } of proposed) {
    const to = sharingLink(idOf('cases', which), 'new')
    const { status } = await at(visitors, 0).ask(to, {
      ...wish,
      tier: 'read',
      basis: 'vital',
      reason: 'Working together',
      until: '1/1/2030',
      next: 'preview',
    })
    expect(status).toBe(303)
  }
})

test('whoever has left, and whoever works for a suspended agency, does not come in', async () => {
  for (const name of shutOut) await expect(signIn(cast[name as keyof typeof cast])).rejects.toThrow()
})

test('nobody is led to anything that is not theirs to meet', { timeout: 0 }, async () => {
  const walks = await everybody(visitor => explore(visitor, seen, [...firstPages(app), ...previews]))
  console.log(`Crawled ${sum(walks)} pages as ${visitors.length} workers.`)
  expect([...leaks]).toEqual([])
})

test('every page there is has been come by, save those that are known', () => {
  expect(pagesMissed(app, [...seen.pages])).toEqual(notCrawled)
})

test('a search lists what the model lets a worker meet, and counts no more', { timeout: 0 }, async () => {
  await everybody(async visitor => {
    for (const table of ['cases', 'people', 'places', 'documents']) {
      for (const index of casesOfRows(table).keys()) for (const wrong of await searchedWrongly(visitor, table, index)) leaks.add(wrong)
    }
  })
  expect([...leaks]).toEqual([])
})

test('a case counts the people and documents that the worker may meet, and no others', { timeout: 0 }, async () => {
  await everybody(async visitor => {
    for (const which of county.cases.keys()) for (const wrong of await countedWrongly(visitor, which)) leaks.add(wrong)
  })
  expect([...leaks]).toEqual([])
})

test('what anybody has seen, tried by everybody else, tells them nothing; hidden and absent answer alike', { timeout: 0 }, async () => {
  const addresses = everyAddress([...seen.pages])
  const tried = await everybody(async visitor => {
    const turn = turnOf(visitor, visitors.indexOf(visitor), addresses)
    for (const address of turn) for (const told of await tellsHiddenFromAbsent(visitor, address)) leaks.add(told)
    return turn.length
  })
  console.log(`Tried ${sum(tried)} times one of ${addresses.length} addresses.`)
  expect([...leaks]).toEqual([])
})

test('no form sent empty, by anybody, tells more or breaks', { timeout: 0 }, async () => {
  const addresses = everyAddress([...seen.posts])
  const sent = await everybody(async visitor => {
    const turn = turnOf(visitor, visitors.indexOf(visitor), addresses)
    for (const address of turn) await visitor.ask(address, {})
    return turn.length
  })
  console.log(`Sent ${sum(sent)} empty forms to ${addresses.length} addresses.`)
  expect([...leaks]).toEqual([])
})
