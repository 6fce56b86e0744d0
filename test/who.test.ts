/** Pages asked "Who can read these, and why?", through all of Kith: each row leads to an answer, and a page that is not asked is as it was. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from '../src/app.tsx'
import { asWorker, newId } from '../src/platform/db.ts'
import { record } from '../src/platform/events.ts'
import { aCase, share } from './case.ts'
import { agency, cast, team } from './cast.ts'
import { ownDatabase } from './database.ts'
import { unanswered } from './proof/crawl/answered.ts'
import { countStatements, type Visitor, visitorOf } from './proof/crawl/visit.ts'
import { aSidedCase, joins } from './sided-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-who-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()
afterAll(countStatements())

let made: Awaited<ReturnType<typeof aSidedCase>>
let app: ReturnType<typeof createApp>
const visitors: Record<string, Visitor> = {}
const sees = (name: string): Visitor => visitors[name] as Visitor

beforeAll(async () => {
  made = await aSidedCase()
  await share(made.plainId, agency.outside, { tier: 'headline', basis: 'statutory gateway', gateway: 'Care Act 2014', agreementId: null })
  await asWorker(cast.tom, async db => {
    await joins(db, made.caseId, made.personId, { side: 'victim' })
    const task = { id: newId(), caseId: made.plainId, title: 'Ring her', assignedTo: cast.tom, dueOn: '2020-01-01', createdBy: cast.tom }
    await db.insertInto('tasks').values(task).execute()
    await record(db, 'case_amended', { caseId: made.plainId, mark: { side: null, category: null } })
  })
  app = createApp()
  for (const name of ['tom', 'grace', 'owen', 'ingrid'] as const)
    visitors[name] = await visitorOf(app, name, { id: cast[name], place: Object.keys(cast).indexOf(name), onLeak: () => {} })
})

/** The addresses at which a page says that it is told who can read something. */
const answersIn = (body: string): string[] => [
  ...new Set([...body.matchAll(/class="kith-ask" href="([^"]*)"/g)].map(([, address = '']) => address)),
]

const asked = (path: string): string => `${path}${path.includes('?') ? '&' : '?'}readers=yes`
const lists: [string, () => string][] = [
  ['Today', () => '/'],
  ['cases', () => '/cases?show=open&whose=mine'],
  ['people', () => '/people'],
  ['tasks', () => '/tasks'],
  ['a search', () => '/search?q=Adeyemi'],
  ['a case', () => `/cases/${made.plainId}`],
  ['its plan', () => `/cases/${made.plainId}/plan`],
  ['its brief', () => `/cases/${made.plainId}/brief`],
  ['a person', () => `/people/${made.personId}`],
  ['a place', () => `/places/${made.placeId}`],
]

test.each(lists)('%s: asked, each row leads to its answer; not asked, nothing is added but one link', async (_, path) => {
  const tom = sees('tom')
  await tom.ask(path())
  const [plain, whole] = [await tom.ask(path()), await tom.ask(asked(path()))]
  expect([plain.status, whole.status]).toEqual([200, 200])
  expect([answersIn(plain.body), plain.body.match(/class="kith-who"/g)?.length]).toEqual([[], 1])
  expect(whole.statements).toBe(plain.statements)
  expect(unanswered(whole.body)).toEqual([])
  const answers = answersIn(whole.body)
  expect(answers.length).toBeGreaterThan(0)
  for (const answer of answers) expect([answer, (await tom.ask(answer)).status]).toEqual([answer, 200])
})

test.each([
  ['ingrid', '/agencies'],
  ['ingrid', '/agreements'],
  ['ingrid', '/teams'],
  ['ingrid', `/agencies/${agency.police}`],
  ['ingrid', '/looks'],
  ['tom', '/account/trail'],
])('%s at %s: its lists go by a rule, which is told in its own words', async (name, path) => {
  const [plain, whole] = [await sees(name).ask(path), await sees(name).ask(asked(path))]
  expect(plain.body).not.toContain('kith-rule')
  expect([unanswered(whole.body), /class="kith-rule"><strong>Who can read these\?<\/strong> (?:<ul><li>)?\w/.test(whole.body)]).toEqual([
    [],
    true,
  ])
})

test('a list that forgets its answers is noticed', async () => {
  const { body } = await sees('tom').ask(asked('/cases'))
  expect(unanswered(body.replace(/class="kith-ask" href="[^"]*"/, ''))).toEqual(['Cases'])
  const { body: ruled } = await sees('tom').ask(asked('/agencies'))
  expect(unanswered(ruled.replaceAll('class="kith-rule"', ''))).toEqual(['Agencies'])
})

test('the link at the end keeps filters, sort and page, and leads back', async () => {
  const link = (body: string) => /class="kith-who"><a href="([^"]*)">([^<]*)/.exec(body)?.slice(1)
  const [plain, whole] = [
    await sees('tom').ask('/cases?show=open&whose=mine'),
    await sees('tom').ask('/cases?show=open&whose=mine&readers=yes'),
  ]
  expect(link(plain.body)).toEqual(['?show=open&amp;whose=mine&amp;readers=yes', 'Who can read these, and why?'])
  expect(link(whole.body)).toEqual(['?show=open&amp;whose=mine', 'Hide who can read these'])
  expect(link((await sees('tom').ask('/people?readers=yes')).body)?.[0]).toBe('/people')
})

test('what leads to the page itself goes on asking it, and what leads elsewhere does not', async () => {
  const tom = sees('tom')
  const [, tabs = ''] =
    /<nav class="moj-sub[^>]*aria-label="Which cases">(.*?)<\/nav>/s.exec((await tom.ask('/cases?readers=yes')).body) ?? []
  expect([...tabs.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual([
    '/cases?readers=yes',
    '/cases?whose=mine&amp;readers=yes',
    '/cases?show=closed&amp;readers=yes',
  ])
  const { body } = await tom.ask('/cases?whose=mine&readers=yes')
  const form = /<form[^>]*action="\/cases"[^>]*>(?:<input type="hidden"[^>]*>)+/.exec(body)?.[0]
  expect(form).toContain('<input type="hidden" name="readers" value="yes"/>')
  const plain = await tom.ask('/cases?whose=mine')
  expect(plain.body.match(/readers=yes/g)?.length).toBe(1)
  expect(body.match(/class="kith-row__title" href="[^"]*readers/)).toBe(null)
})

test('a long rule stands part below part, and once', async () => {
  const { body } = await sees('tom').ask(asked(`/cases/${made.plainId}/sharing`))
  expect(body).toMatch(
    /<div class="kith-rule"><strong>Who can read these\?<\/strong> <ul><li>A worker who may read a case[^<]*;<\/li><li>anybody/,
  )
})

test('nothing to ask where there are no rows, on what is not there, and on an answer itself', async () => {
  for (const path of ['/cases/new', `/people/${newId()}`, `/who/people/${made.personId}`, `/cases/${made.plainId}/why`]) {
    const [plain, whole] = [await sees('tom').ask(path), await sees('tom').ask(asked(path))]
    expect([path, /kith-who|kith-ask/.test(plain.body + whole.body)]).toEqual([path, false])
  }
})

test('an answer is nothing to whoever may not see its row', async () => {
  const { body } = await sees('tom').ask(asked(`/cases/${made.caseId}/people`))
  const { body: timeline } = await sees('tom').ask(asked(`/cases/${made.plainId}`))
  const answers = [...answersIn(timeline), ...[...body.matchAll(/href="(\/who\/[^"]*)"/g)].map(([, address = '']) => address)]
  expect(answers.some(address => address.startsWith('/who/deed/'))).toBe(true)
  for (const answer of answers) expect([answer, (await sees('owen').ask(answer)).status]).toEqual([answer, 404])
})

test('a case says who can see it and why I can, at every tier; and to its governance lead', async () => {
  const why = `/cases/${made.plainId}/why`
  const [tom, owen] = [await sees('tom').ask(why), await sees('owen').ask(why)]
  expect(tom.body).toMatch(/Because you lead it[\s\S]*Who can see this case[\s\S]*Housing can/)
  expect(owen.body).toMatch(
    /Because it was shared with Outland, where you work[\s\S]*Who else can see it\?[\s\S]*Tom Ashdown, Police, can say/,
  )
  expect(owen.body).not.toMatch(/Housing|Harbour/)
  expect((await sees('owen').ask(`/cases/${made.caseId}/why`)).status).toBe(404)
  const ofATeam = `/cases/${await aCase(cast.sam, { ownerTeamId: team.slaveryTeam })}/why`
  const governed = await sees('ingrid').ask(ofATeam)
  expect(governed.body).toContain('You see the shares of your agency’s case, and nothing of the case itself')
  expect([(await sees('grace').ask(ofATeam)).status, (await sees('tom').ask(ofATeam)).status]).toEqual([404, 404])
})
