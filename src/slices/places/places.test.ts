/** Places as workers use them: found before they are added, graded, imported by the list, given sub-cases, exported. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asking, form } from '../../../test/ask.ts'
import { aCase, share } from '../../../test/case.ts'
import { agency, cast, team } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { csv, rowsOf } from '../../platform/spreadsheet.ts'
import { asWorker } from '../../platform/db.ts'
import { places } from './index.ts'
import { listCasePlaces, searchPlaces } from './queries.ts'

ownDatabase()

const sam = asking(places, cast.sam)
const data = '../shared/data'
const anOperation = () => aCase(cast.sam, { programme: 'modern-slavery', ownerTeamId: team.slaveryTeam })
const listed = (caseId: string) => asWorker(cast.sam, db => listCasePlaces(db, caseId))
const list = (text: string | Buffer) => form({ text: '', file: [new File([new Uint8Array(Buffer.from(text))], 'premises.csv')] })
const upload = async (caseId: string, text: string | Buffer) => {
  const answer = await sam(`/cases/${caseId}/places/import`, list(text))
  return {
    status: answer.status,
    page: answer.status === 303 ? await (await sam(`/cases/${caseId}/places/import/check`)).text() : await answer.text(),
  }
}
const confirm = async (caseId: string) => (await sam(`/cases/${caseId}/places/import/places`, { method: 'POST' })).headers.get('location')
const post = (address: string, fields: Record<string, string>) => sam(address, { method: 'POST', body: new URLSearchParams(fields) })
const wash = { role: 'Premises', name: 'Shiny Car Wash', line1: '2 Mill Lane', town: 'Leicester', postcode: 'le11aa', kind: 'premises' }

test('a worker adds a place; its postcode is written as it should be', async () => {
  const id = await anOperation()
  expect((await post(`/cases/${id}/places`, wash)).status).toBe(303)
  expect(await listed(id)).toMatchObject([{ name: 'Shiny Car Wash', postcode: 'LE1 1AA', role: 'Premises', grade: '' }])
  const page = await (await sam(`/cases/${id}/places`)).text()
  expect(page).toContain('Shiny Car Wash')
})

test('a place that is known is found first, and typing it again makes no second one', async () => {
  const [first, second] = [await anOperation(), await anOperation()]
  await post(`/cases/${first}/places`, { ...wash, name: 'Bright Hand Wash', line1: '7 Ferry Road' })
  for (const words of ['LE1 1AA', 'brite hand wash'])
    expect((await asWorker(cast.sam, db => searchPlaces(db, words))).map(one => one.name)).toContain('Bright Hand Wash')
  expect(await (await sam(`/cases/${second}/places/new?q=LE1+1AA`)).text()).toContain('Bright Hand Wash')
  await post(`/cases/${second}/places`, { ...wash, name: '', line1: '7, Ferry Rd.', postcode: 'LE1 1aa' })
  expect((await listed(second))[0]?.placeId).toBe((await listed(first))[0]?.placeId)
  expect((await post(`/cases/${second}/places`, { ...wash, name: '', line1: '7 Ferry Road' })).status).toBe(422)
})

test('what cannot be a place comes back with a sentence and what was typed', async () => {
  const id = await anOperation()
  for (const [typed, sentence] of [
    [{ postcode: 'somewhere' }, 'not a postcode'],
    [{ name: '', line1: '' }, 'first line'],
    [{ name: 'x'.repeat(201) }, 'Shorten the name'],
    [{ uprn: '12a' }, 'UPRN'],
  ] as const) {
    const answer = await post(`/cases/${id}/places`, { ...wash, town: 'Melton Mowbray', ...typed })
    const page = await answer.text()
    expect([answer.status, page.includes(sentence), page.includes('Melton Mowbray')], sentence).toEqual([422, true, true])
  }
})

test('a place is graded with a reason, signed with who did it; of two at once the second sees both and chooses', async () => {
  const id = await anOperation()
  await post(`/cases/${id}/places`, wash)
  const [place] = await listed(id)
  const grade = (fields: Record<string, string>) =>
    post(`/cases/${id}/places/${place?.id}/grade`, { grade: 'A', reason: '', version: '1', ...fields })
  expect((await grade({ reason: 'Beds seen through the window' })).status).toBe(303)
  expect(await listed(id)).toMatchObject([
    { grade: 'A', gradeReason: 'Beds seen through the window', gradedByName: 'Sam Okoro', gradedByAgency: 'Police', version: 2 },
  ])
  const late = await grade({ grade: 'C', reason: 'Quiet today' })
  const page = await late.text()
  expect([late.status, page.includes('Beds seen through the window'), page.includes('Quiet today'), page.includes('Sam Okoro')]).toEqual([
    409,
    true,
    true,
    true,
  ])
  expect((await grade({ grade: 'C', version: '2', choice: 'theirs' })).status).toBe(303)
  expect((await listed(id))[0]?.grade).toBe('A')
  const unknown = await grade({ grade: 'Z', reason: 'Quiet today', version: '2' })
  expect([unknown.status, (await unknown.text()).includes('Choose a grade from the list.')]).toEqual([422, true])
})

test('whoever grades a place says why; a grade is taken off without', async () => {
  const id = await anOperation()
  await post(`/cases/${id}/places`, wash)
  const [place] = await listed(id)
  const grade = (fields: Record<string, string>) => post(`/cases/${id}/places/${place?.id}/grade`, { version: '1', ...fields })
  for (const reason of ['', ' \n ']) {
    const asked = await grade({ grade: 'B', reason })
    const page = await asked.text()
    expect([asked.status, page.includes('Say why the place has this grade'), /value="B"[^>]*selected/.test(page)]).toEqual([
      422,
      true,
      true,
    ])
  }
  expect(await listed(id)).toMatchObject([{ grade: '', gradeReason: '' }])
  expect((await grade({ grade: 'B', reason: 'Licence lapsed' })).status).toBe(303)
  expect((await grade({ grade: '', reason: '', version: '2' })).status).toBe(303)
  expect(await listed(id)).toMatchObject([{ grade: '', gradeReason: '' }])
})

test('places are shown grade by grade', async () => {
  const id = await anOperation()
  await upload(id, 'Name,Address,Postcode,Grade\nOne,1 Mill Lane,LE1 1AA,A\nTwo,2 Mill Lane,LE1 1AA,grade b\nThree,3 Mill Lane,LE1 1AA,')
  await confirm(id)
  const page = await (await sam(`/cases/${id}/places?grade=B`)).text()
  expect(page).toContain('Two')
  expect(page).not.toContain('>One<')
  expect(await (await sam(`/cases/${id}/places?grade=`)).text()).toContain('Three')
})

test('an import shows every row before it writes: new, known, there, twice, refused with the reason', async () => {
  const [id, other] = [await anOperation(), await anOperation()]
  await post(`/cases/${other}/places`, { ...wash, name: '', line1: '40 Known Street', postcode: 'LE2 2BB' })
  await post(`/cases/${id}/places`, { ...wash, name: '', line1: '50 There Road', postcode: 'LE2 2BB' })
  const { page } = await upload(
    id,
    [
      'Business;Street;Town;Post code;Priority',
      'Alpha;1 New Street;Leicester;LE1 1AA;A',
      ';40 Known St;;le22bb;',
      ';50 There Rd;;LE2 2BB;',
      ' alpha ;1, new street;Leicester;LE11AA;B',
      ';60 Bad Road;;NOPE;',
      ';61 Bad Road;;LE1 1AA;Q',
      '',
      ';;Leicester;;',
    ].join('\r\n'),
  )
  for (const words of [
    'New place',
    'Known place',
    'In the case already',
    'The same as row 2',
    'Postcode “NOPE”',
    'Grade “Q” is not one of A, B, C, D',
    'first line of the address',
    'Add 2 places',
  ])
    expect(page, words).toContain(words)
  expect(await listed(id)).toHaveLength(1)
  expect(await confirm(id)).toBe(`/cases/${id}/places?added=2`)
  expect((await listed(id)).map(one => [one.line1, one.grade])).toEqual([
    ['1 New Street', 'A'],
    ['40 Known Street', ''],
    ['50 There Road', ''],
  ])
  expect(await confirm(id)).toBeNull()
})

test('importing the same list twice, or two lists at once, adds nothing twice', async () => {
  const id = await anOperation()
  const text = csv([['Name', 'Address', 'Postcode'], ...Array.from({ length: 63 }, (_, n) => [`Wash ${n}`, `${n} Mill Lane`, 'LE1 1AA'])])
  expect((await upload(id, text)).page).toContain('Add 63 places')
  await Promise.all([confirm(id), confirm(id)])
  expect(await listed(id)).toHaveLength(63)
  expect((await upload(id, text)).page).not.toContain('Add 63 places')
  expect(await confirm(id)).toBe(`/cases/${id}/places?added=0`)
  expect(await listed(id)).toHaveLength(63)
})

test('a worker says what the columns are when the guess was wrong', async () => {
  const id = await anOperation()
  await upload(id, 'Zork,Blip,Quux\n5 Mill Lane,LE1 1AA,Rumours')
  const fields = { headed: 'yes', role: 'Accommodation', 'column-0': 'line1', 'column-1': 'postcode', 'column-2': 'basis' }
  expect((await post(`/cases/${id}/places/import/check`, fields)).status).toBe(303)
  await confirm(id)
  expect(await listed(id)).toMatchObject([{ line1: '5 Mill Lane', postcode: 'LE1 1AA', basis: 'Rumours', role: 'Accommodation' }])
})

test('a list without headings is understood from what stands in it', async () => {
  const id = await anOperation()
  await upload(id, 'Shiny,12 Mill Lane,LE1 1AA,A\nBright,14 Mill Lane,LE1 1AB,B')
  await confirm(id)
  expect((await listed(id)).map(one => [one.name, one.line1, one.postcode, one.grade])).toEqual([
    ['Shiny', '12 Mill Lane', 'LE1 1AA', 'A'],
    ['Bright', '14 Mill Lane', 'LE1 1AB', 'B'],
  ])
})

test('a sub-case for a place has the place in it and is linked from it; asked for twice, there is one', async () => {
  const id = await anOperation()
  await post(`/cases/${id}/places`, wash)
  const [place] = await listed(id)
  const open = () => post(`/cases/${id}/places/${place?.id}/sub-case`, { title: 'Shiny Car Wash, Leicester', team: team.slaveryTeam })
  const [first, second] = [await open(), await open()]
  expect(first.status).toBe(303)
  expect(second.headers.get('location')).toBe(first.headers.get('location'))
  const subCaseId = first.headers.get('location')?.split('/').at(-1) ?? ''
  expect(await listed(subCaseId)).toMatchObject([{ name: 'Shiny Car Wash' }])
  expect(await (await sam(`/cases/${id}/places`)).text()).toContain(`href="/cases/${subCaseId}"`)
  const without = await post(`/cases/${id}/places/${place?.id}/sub-case`, { title: '' })
  expect(without.status).toBe(422)
})

test('the export is a CSV in which no cell runs, and it can be imported again', async () => {
  const [id, again] = [await anOperation(), await anOperation()]
  await post(`/cases/${id}/places`, { ...wash, name: '=HYPERLINK("http://evil","x")', basis: '+44' })
  const answer = await sam(`/cases/${id}/places/export`)
  const text = await answer.text()
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="places-[\w-]+\.csv"$/)
  expect(text).toContain(`"'=HYPERLINK(""http://evil"",""x"")"`)
  expect(rowsOf(text, 9)[1]?.every(cell => !/^[=+@-]/.test(cell))).toBe(true)
  await upload(again, text)
  await confirm(again)
  expect(await listed(again)).toMatchObject([{ name: '=HYPERLINK("http://evil","x")', basis: '+44', postcode: 'LE1 1AA' }])
})

test('an address is put right; of two at once the second sees both', async () => {
  const id = await anOperation()
  await post(`/cases/${id}/places`, { ...wash, line1: '9 Wrong Road' })
  const place = (await listed(id))[0]?.placeId
  expect((await post(`/places/${place}/edit`, { ...wash, line1: '9 Right Road', version: '1' })).status).toBe(303)
  const late = await post(`/places/${place}/edit`, { ...wash, line1: '9 Late Road', version: '1' })
  const page = await late.text()
  expect([late.status, page.includes('9 Right Road'), page.includes('9 Late Road')]).toEqual([409, true, true])
})

test('a place taken off a case is gone from its list, and can be added again', async () => {
  const id = await anOperation()
  await post(`/cases/${id}/places`, wash)
  await post(`/cases/${id}/places/${(await listed(id))[0]?.id}/ending`, {})
  expect(await listed(id)).toEqual([])
  expect((await post(`/cases/${id}/places`, wash)).status).toBe(303)
})

test('a partner who contributes grades places in their own name', async () => {
  const id = await aCase(cast.sam, { programme: 'modern-slavery' })
  await post(`/cases/${id}/places`, wash)
  await share(id, agency.housing, { tier: 'contribute' }, cast.sam)
  const [place] = await listed(id)
  await asking(places, cast.grace)(`/cases/${id}/places/${place?.id}/grade`, {
    method: 'POST',
    body: new URLSearchParams({ grade: 'B', reason: 'Licence lapsed', version: '1' }),
  })
  expect(await listed(id)).toMatchObject([{ grade: 'B', gradedByName: 'Grace Penhale', gradedByAgency: 'Housing' }])
})

test.skipIf(!existsSync(`${data}/bad-input`))(
  'every hostile file gets a sentence or a list to check, never a failure (needs ../shared/data)',
  async () => {
    const id = await anOperation()
    const folder = `${data}/bad-input/developers`
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => `${entry.parentPath}/${entry.name}`)
    expect(files.length).toBeGreaterThan(40)
    for (const file of files) {
      const { status, page } = await upload(id, readFileSync(file))
      expect([200, 303, 422], file).toContain(status)
      expect(page, file).not.toContain('Something went wrong')
    }
  },
)

test.skipIf(!existsSync(`${data}/names`))(
  '63 premises of real streets and postcodes are imported and graded in one go (needs ../shared/data)',
  async () => {
    const id = await anOperation()
    const streets = gunzipSync(readFileSync(`${data}/names/street-names-by-district.csv.gz`))
      .toString()
      .split('\n')
      .filter(line => line.startsWith('leicestershire'))
      .map(line => line.split(','))
    const postcodes = gunzipSync(readFileSync(`${data}/postcodes/developers/le.csv.gz`))
      .toString()
      .split('\n')
      .map(line => line.slice(1, 8))
    const rows = Array.from({ length: 63 }, (_, n) => [
      `Hand Wash ${n + 1}`,
      `${n + 1} ${streets[n * 40]?.[2]}`,
      streets[n * 40]?.[1] ?? '',
      postcodes[n * 50] ?? '',
      'ABCD'[n % 4] ?? '',
    ])
    const { page } = await upload(id, csv([['Premises', 'Street', 'District', 'Postcode', 'Grade'], ...rows]))
    expect(page).toContain('Add 63 places')
    await confirm(id)
    const found = await listed(id)
    expect(found).toHaveLength(63)
    expect(found.filter(one => one.grade === 'A')).toHaveLength(16)
    expect(found.every(one => /^LE\d\d? \d[A-Z]{2}$/.test(one.postcode))).toBe(true)
  },
)
