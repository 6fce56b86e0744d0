/** People brought in from files: real ones, and such as are made to break an import. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { asWorker } from '../../platform/db.ts'
import { openCsv } from '../../platform/csv.ts'
import { root } from '../../platform/root.ts'
import { importPeople } from './import.ts'
import { guessMap, readMap, sayMap } from './import-map.ts'
import { findPeople } from './matches.ts'

ownDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kith-import-'))
afterAll(() => rmSync(folder, { recursive: true }))
const data = join(root, '..', 'shared', 'data')
const febrl = join(data, 'linkage/developers/febrl_dataset3.csv')

function file(content: string | Buffer): string {
  const path = join(folder, `${Math.random()}.csv`)
  writeFileSync(path, content)
  return path
}

async function bring(
  path: string,
  { said, worker = cast.grace, dryRun = false }: { said?: string; worker?: string; dryRun?: boolean } = {},
) {
  const { columns, rows, broken } = await openCsv(path)
  const refusals: string[] = []
  const map = said ? readMap(said, columns) : guessMap(columns)
  const counts = await importPeople(rows, {
    worker,
    map,
    columns: columns.length,
    source: 'Imported',
    dryRun,
    refused: (row, reason) => refusals.push(`${row}: ${reason}`),
  })
  return { ...counts, refusals, map: sayMap(map, columns), broken: broken() }
}

test('columns are guessed from their headings', () => {
  const guess = (...columns: string[]) => sayMap(guessMap(columns), columns)
  expect(guess('Client ID', 'First Name', 'Surname', 'D.O.B.', 'Address Line 1', 'Town', 'Post Code', 'Tel. No', 'E-mail')).toBe(
    'given_name=First Name,family_name=Surname,born_on=D.O.B.,address=Address Line 1+Town,postcode=Post Code,phone=Tel. No,email=E-mail,reference=Client ID',
  )
  expect(guess('Full name', 'Sex')).toBe('name=Full name,gender=Sex')
  expect(() => readMap('given_name=Nope', ['First'])).toThrow('The file has no column “Nope”. It has: First.')
  expect(() => readMap('shoe_size=First', ['First'])).toThrow('“shoe_size” is not something')
})

test('each refused row says why; a second run adds nobody; a dry run adds nobody at all', async () => {
  const path = file(
    `ref,First name,Surname,DOB,Postcode\r\n1,Ada,Lovelace,10/12/1815,ng71aa\r\n2,Grace,Hopper,9 Dec 1906,\r\n3,,,1/1/1990,\r\n4,Alan,Turing,31/2/1912,\r\n2,Grace,Again,,\r\n5,Too,Many,,,x,y\r\n6,${'x'.repeat(101)},Long,,\r\n7,"Quoted ""Q""",Comma,,\r\n`,
  )
  const dry = await bring(path, { dryRun: true })
  expect(dry).toMatchObject({ read: 8, added: 2, already: 0, refused: 6 })
  expect(dry.refusals).toEqual([
    '2: “10/12/1815” is not a date of birth, or lies in the future',
    '4: it has no name',
    '5: “31/2/1912” is not a date of birth, or lies in the future',
    '6: it has the same reference (2) as row 3',
    '7: it has 7 columns where the heading has 5',
    `8: its given name is longer than 100 characters: “${'x'.repeat(40)}…”`,
  ])
  expect(await bring(path)).toMatchObject({ added: 2, already: 0 })
  expect(await bring(path)).toMatchObject({ added: 0, already: 2, refused: 6 })
})

test('without references a row is known again by what it says', async () => {
  const path = file('Name;Phone\nMary Jane Watson;07700 900456\nMary Jane Watson;07700 900456\nMononym;\n')
  expect(await bring(path)).toMatchObject({ added: 2, refused: 1, refusals: ['3: it says the same as row 2'] })
  expect(await bring(path)).toMatchObject({ added: 0, already: 2 })
  expect(await asWorker(cast.grace, db => findPeople(db, '07700900456'))).toMatchObject([{ givenName: 'Mary Jane', familyName: 'Watson' }])
})

test('people on an agency’s own list are that agency’s alone', async () => {
  await bring(file('First name,Surname\nOwnlistonly,Zephyrine\n'))
  expect(await asWorker(cast.amir, db => findPeople(db, 'Ownlistonly Zephyrine'))).toHaveLength(1)
  expect(await asWorker(cast.tom, db => findPeople(db, 'Ownlistonly Zephyrine'))).toEqual([])
})

test('letters of older spreadsheets, UTF-16, byte marks, tabs and bars are read as they were meant', async () => {
  const given = async (path: string) => {
    const { rows } = await openCsv(path)
    return (await Array.fromAsync(rows)).map(row => row.cells)
  }
  expect(await given(file(Buffer.from('Name;Ort\r\nZo\xeb M\xfcller;K\xf6ln\r\n', 'latin1')))).toEqual([['Zoë Müller', 'Köln']])
  expect(await given(file(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Name\tTown\n李小龙\tX\n', 'utf16le')])))).toEqual([
    ['李小龙', 'X'],
  ])
  expect(await given(file('\ufeffName|Town\nA|B\n'))).toEqual([['A', 'B']])
  expect(await given(file('Name,"A;B;C;D"\n"x\ny",2\n\n , \n'))).toEqual([['x\ny', '2']])
  expect(await given(file(''))).toEqual([])
})

test('a quotation that never closes ends the file with a sentence, and keeps what stood before', async () => {
  const outcome = await bring(file(`First name,Surname\nBefore,Brokenquote\n"After,Brokenquote\n${'more,rows\n'.repeat(50)}`))
  expect(outcome).toMatchObject({ added: 1, broken: 'a quotation mark is opened and never closed' })
})

test.skipIf(!existsSync(febrl))('five thousand real records come in, and not twice', async () => {
  const first = await bring(febrl, {
    said: 'given_name=given_name,family_name=surname,born_on=date_of_birth,address=street_number+address_1+suburb,postcode=postcode,reference=rec_id',
    worker: cast.tom,
  })
  expect(first).toMatchObject({ read: 5000, added: 4959, already: 0, refused: 41, broken: undefined })
  expect(first.refusals.filter(reason => reason.endsWith('it has no name'))).toHaveLength(6)
  expect(await bring(febrl, { worker: cast.tom })).toMatchObject({ added: 0, already: 4959, refused: 41 })
  // Two agencies may hold the same people; neither learns of the other's.
  expect(await bring(febrl, { worker: cast.noor, dryRun: true })).toMatchObject({ added: 4959, already: 0 })
})

const awkward = join(data, 'bad-input/developers/csv')
test.skipIf(!existsSync(awkward))('awkward files are read, or refused row by row', async () => {
  for (const [name, said] of [
    ['comma_in_quotes', 'given_name=first,family_name=last,address=address+city'],
    ['utf8', 'name=c'],
    ['newlines_crlf', 'name=a'],
    ['escaped_quotes', 'name=b'],
    ['location_coordinates', 'name=Cities'],
    ['empty', 'name=b'],
    ['json', 'name=val'],
    ['quotes_and_newlines', 'name=b'],
  ] as const) {
    const outcome = await bring(join(awkward, 'csv-spectrum-csvs', `${name}.csv`), { said, dryRun: true })
    expect(outcome.added + outcome.refused, name).toBe(outcome.read)
    expect(outcome.broken, name).toBeUndefined()
  }
  expect(await bring(join(awkward, 'utf-8-bom-sample.csv'), { said: 'name=A' })).toMatchObject({ added: 1 })
})
