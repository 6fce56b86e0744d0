/** What comes out of the printer: the case and its brief without the furniture of the screen, and their marking on every sheet. */
import type { Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { asWorker } from '../../src/platform/db.ts'
import { findCaseBasics } from '../../src/slices/cases/queries.ts'
import { addEntry } from '../../src/slices/chronology/commands.ts'
import { newEntry } from '../../src/slices/chronology/inputs.ts'
import { aCase, share } from '../case.ts'
import { agency, cast } from '../cast.ts'
import { ownKith } from './kith.ts'

const kith = ownKith()
const secret = 'The neighbour will speak if nobody hears her name'
let [here, tom] = ['', undefined as unknown as Page]

beforeAll(async () => {
  const id = await aCase(cast.tom, { marking: 'OFFICIAL-SENSITIVE' })
  await share(id, agency.housing)
  await asWorker(cast.tom, async db => {
    const found = await findCaseBasics(db, id)
    const note = (body: string, more = {}) => addEntry(db, found, [], newEntry.parse({ body, ...more }))
    for (let visit = 1; visit <= 30; visit++) await note(`Visit ${visit}: knocked, and all was well.`)
    await note(secret, { restricted: 'yes' })
  })
  ;[here, tom] = [`/cases/${id}`, await kith.as(cast.tom)]
})

/** The words of each sheet. */
async function sheets(path: string): Promise<string[]> {
  await tom.goto(path)
  const paper = await tom.pdf({ format: 'A4' })
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: false })
  return text
}

const furniture = [
  'Search people',
  'Requests',
  'Messages',
  'Save note',
  'Filter',
  'Who can read this?',
  'Who can read these',
  'Correct',
  'Demonstration',
]

test.each([
  ['the case', ''],
  ['its brief', '/brief'],
  ['its plan', '/plan'],
  ['its people', '/people'],
  ['who can see it', '/sharing'],
  ['the case, asked who can read each row,', '?readers=yes'],
  ['its brief, asked,', '/brief?readers=yes'],
])('%s prints under its name, marked on every sheet, without what only a screen can do', async (_, part) => {
  const printed = await sheets(here + part)
  expect(printed[0]).toContain('Noise at Fern Court')
  for (const sheet of printed) expect(sheet).toContain('OFFICIAL-SENSITIVE')
  for (const words of furniture) expect(printed.join('\n')).not.toContain(words)
})

test('a long case goes on to further sheets, which are numbered, and no visit is missing', async () => {
  const printed = await sheets(here)
  expect(printed.length).toBeGreaterThan(1)
  expect(printed.at(-1)).toContain(`${printed.length} / ${printed.length}`)
  for (let visit = 1; visit <= 30; visit++) expect(printed.join('\n')).toContain(`Visit ${visit}:`)
})

test('paper has no named readers: what is restricted is not on it, nor that it exists', async () => {
  const printed = (await sheets(here)).join('\n')
  expect(printed).not.toContain(secret)
  expect(printed).not.toContain('Restricted')
})

test('what is folded away on the screen is there to be read', async () => {
  expect((await sheets(`${here}/sharing`)).join('\n')).toContain('Lawful through')
})

test('on a dark screen it prints dark words on white', async () => {
  await tom.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await tom.goto(here)
  const colours = await tom.evaluate(() => [getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor])
  expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
})
