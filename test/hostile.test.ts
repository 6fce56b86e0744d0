/** Hostile words through every door that workers type at: taken and shown as they are, or sent back with a sentence; and limits on every field. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createApp } from '../src/app.tsx'
import { root } from '../src/platform/root.ts'
import { rowsOf, unguarded } from '../src/platform/spreadsheet.ts'
import { aCase } from './case.ts'
import { cast } from './cast.ts'
import { ownDatabase } from './database.ts'
import { openSignIn, signIn } from './sign-in.ts'

ownDatabase()

const list = join(root, '../shared/data/bad-input/developers/blns/blns.json')
const haveList = existsSync(list)
if (!haveList) console.warn('Only a few hostile strings are tried: the long list is not beside the project (../shared/data/bad-input).')

/** What has broken such programs before; the rest is in the list. */
const few = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "Robert'); drop table people;--",
  '=HYPERLINK("http://example.test","Open")',
  '{{7*7}} #{7*7} <%= 7*7 %>',
  'Zoë Ngô Đình 李小龙 😀 مرحبا',
  'order\u202Efdp.exe',
  '../../etc/passwd',
  'a\0b and more',
  '&lt;b&gt; &amp;amp;',
  '\\x41 \\u0041 %41 %00',
]
const hostile = [...few, ...(haveList ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [])].filter(words => words.length <= 190)

type Door = {
  name: string
  path: (caseId: string) => string
  good: Record<string, string>
  field: string
  shown?: (caseId: string) => string
}

/** Fields that are chosen from a list, or shown in other words. */
const chosen = ['programme', 'sure', 'to', 'person', 'roles', 'kind', 'role', 'q', 'due']

const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
const doors: Door[] = [
  { name: 'a case', path: () => '/cases/new', good: { programme: 'asb', title: 'Noise at night', summary: 'Loud' }, field: 'title' },
  { name: 'a note', path: id => `/cases/${id}/entries`, good: { body: 'Seen at home' }, field: 'body' },
  { name: 'a message', path: id => `/cases/${id}/messages`, good: { to: '', body: 'Could you ring?' }, field: 'body' },
  { name: 'an aim', path: id => `/cases/${id}/aims`, good: { title: 'Sleeps at night' }, field: 'title' },
  {
    name: 'a task',
    path: id => `/cases/${id}/tasks`,
    good: { title: 'Ring the ward', to: cast.tom, due: soon, detail: 'Before noon' },
    field: 'title',
  },
  {
    name: 'a place',
    path: id => `/cases/${id}/places`,
    good: { name: 'Corner shop', line1: '4 Mill Lane', town: 'Wexmoor', postcode: '', role: 'Location', basis: 'Seen', kind: 'premises' },
    field: 'name',
  },
  { name: 'a person', path: () => '/people/new', good: { givenName: 'Marta', familyName: 'Quellin', sure: 'yes' }, field: 'givenName' },
  {
    name: 'a person of a case',
    path: id => `/cases/${id}/people`,
    good: { person: 'new', q: 'Marta', roles: 'Witness', basis: 'Opened the door', givenName: 'Marta', familyName: 'Quellin' },
    field: 'basis',
  },
]

let cookie = ''
let caseId = ''
beforeAll(async () => {
  await openSignIn()
  cookie = await signIn(cast.tom)
  caseId = await aCase(cast.tom)
})

async function ask(path: string, fields?: Record<string, string>) {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' }
  const answer = await createApp().request(path, fields ? { method: 'POST', headers, body: new URLSearchParams(fields) } : { headers })
  return { status: answer.status, page: await answer.text(), to: answer.headers.get('location') ?? '' }
}

/** As it stands in a page, and as the forms keep it: without the null character and without blanks around it. */
function written(words: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return kept(words).replaceAll(/[&<>"']/g, mark => marks[mark] ?? mark)
}
const kept = (words: string) => words.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()

test.each(doors)('hostile words go through $name unharmed, or come back with a sentence', async ({ path, good, field }) => {
  const own = await aCase(cast.tom)
  const mine = hostile.filter(
    (_, index) => index < few.length || index % (2 * doors.length) === doors.findIndex(door => door.path === path),
  )
  for (const words of mine) {
    const { status, page, to } = await ask(path(own), { ...good, [field]: words })
    expect([303, 422], JSON.stringify(words)).toContain(status)
    const shown = status === 303 ? (await ask(to)).page : page
    expect(shown.includes(written(words)), `${status} ${JSON.stringify(words)}`).toBe(true)
  }
})

test.each(doors)('every field of $name has a limit, and what is too long comes back whole', async ({ path, good }) => {
  const typed = Object.entries(good).filter(([name, words]) => words !== '' && !chosen.includes(name))
  for (const field of [...typed.map(([name]) => name), ...(good.due ? ['due'] : [])]) {
    const { status, page } = await ask(path(caseId), { ...good, [field]: `${'long '.repeat(5000)}END` })
    expect([field, status, page.includes('long long END')]).toEqual([field, 422, true])
    for (const [name, words] of typed) {
      if (name !== field) expect(page.includes(written(words)), `${name} beside ${field}`).toBe(true)
    }
  }
})

test('hostile words are searched for without harm', async () => {
  for (const words of hostile.filter((_, index) => index < few.length || index % 6 === 0)) {
    const { status, page } = await ask(`/search?q=${encodeURIComponent(words.toWellFormed())}`)
    expect([words, status]).toEqual([words, 200])
    expect(page).not.toContain('<script>alert')
  }
})

test('places with hostile names are exported so that no spreadsheet runs them, and can be read again as they were', async () => {
  const own = await aCase(cast.tom)
  const names = few.map(kept)
  for (const name of names) await ask(`/cases/${own}/places`, { ...doors[5]?.good, name })
  const rows = rowsOf((await ask(`/cases/${own}/places/export`)).page, 100).slice(1)
  expect(rows.map(([name]) => unguarded(name ?? '')).sort()).toEqual(names.sort())
  for (const [name] of rows) expect(name).not.toMatch(/^[=+\-@\t\r]/)
})

test('hostile words stand on the printed brief as they were written', async () => {
  const own = (await ask('/cases/new', { programme: 'asb', title: few[1] ?? '', summary: few.join('\n') })).to.split('/')[2] ?? ''
  const { status, page } = await ask(`/cases/${own}/brief`)
  expect(status).toBe(200)
  for (const words of few) expect(page).toContain(written(words))
})

test('a null character in an address is no mistake of Kith, in whatever it is asked with', async () => {
  const asked = [
    'q',
    'words',
    'kind',
    'who',
    'programme',
    'recipient',
    'subject',
    'from',
    'before',
    'show',
    'whose',
    'grade',
    'template',
    'at',
    'id',
  ]
  const query = asked.map(name => `${name}=a%00b`).join('&')
  const paths = [
    ...new Set(
      createApp()
        .routes.filter(route => route.method === 'GET' && !route.path.includes('*'))
        .map(route => route.path),
    ),
  ]
  for (const path of paths.filter(one => one !== '/live'))
    for (const id of [caseId, 'a%00b']) {
      const { status } = await ask(`${path.replaceAll(/:\w+(\{[^}]*\})?/g, id)}?${query}`)
      expect([path, id, status < 500]).toEqual([path, id, true])
    }
})
