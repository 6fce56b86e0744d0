/** No cell runs in a spreadsheet, and lists are read however they were written. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { csv, readCsv, rowsOf, unguarded } from './spreadsheet.ts'

const tries = '../shared/data/bad-input/developers'
const bare = (rows: string[][]) => csv(rows).slice(1)

test('cells that a spreadsheet would run are made harmless', () => {
  for (const cell of ['=1+1', '+44 115', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '\u00a0=1']) {
    expect(rowsOf(bare([['x', cell]]), 9)[0]?.[1], JSON.stringify(cell)).toMatch(/^'/)
  }
  expect(csv([[-5, 'a=b', '']])).toBe('\ufeff-5,a=b,\r\n')
})

test('what is written is read again unchanged', () => {
  const rows = [
    ['a,b', 'say "no"', 'two\nlines', 'x;y'],
    ['é', '', "o'clock", '1'],
  ]
  expect(readCsv(Buffer.from(csv(rows)), 9)).toEqual(rows)
  expect(rowsOf(bare([['x', '=1+1']]), 9)[0]?.map(unguarded)).toEqual(['x', '=1+1'])
  expect(unguarded("'tis")).toBe("'tis")
})

test('semicolons, tabs, old letters and marks at the beginning are understood', () => {
  expect(rowsOf('a;b\n1;"x;y"', 9)).toEqual([
    ['a', 'b'],
    ['1', 'x;y'],
  ])
  expect(rowsOf('a\tb\n1\t2', 9)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  expect(readCsv(Buffer.from('Caf\xe9,b', 'latin1'), 9)).toEqual([['Café', 'b']])
  expect(readCsv(Buffer.from('\ufeffa,b\r\n1,2', 'utf16le'), 9)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
})

test('two lists put together in one file, whose lines end differently, are read to the end', () => {
  const rows = [
    ['a', 'b'],
    ['1', '2'],
    ['two\nlines', '3'],
    ['4', '5'],
    ['6', '7'],
  ]
  expect(rowsOf('a,b\r\n1,2\r\n"two\r\nlines",3\n4,5\r6,7\n', 9)).toEqual(rows)
})

test('what is no list says so in a sentence', () => {
  expect(() => readCsv(Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 9)).toThrow('not a CSV file')
  expect(() => rowsOf('a,"b\n1,2', 9)).toThrow('never closed')
  expect(() => rowsOf('\n\n', 9)).toThrow('no rows')
  expect(() => rowsOf('a\nb\nc', 2)).toThrow('more than 2 rows')
})

test.skipIf(!existsSync(tries))('the naughty strings pass out and in again unharmed (needs ../shared/data)', () => {
  const strings = JSON.parse(readFileSync(`${tries}/blns/blns.json`, 'utf8')) as string[]
  for (const text of strings.map(one => one.replaceAll('\0', '').trim()).filter(Boolean)) {
    expect(unguarded(rowsOf(bare([['x', text]]), 9)[0]?.[1] ?? ''), JSON.stringify(text)).toBe(text)
  }
})

test.skipIf(!existsSync(tries))('every CSV of the collection is read as it is expected to be (needs ../shared/data)', () => {
  // The expected parse of this one names another telephone number than its file.
  for (const name of readdirSync(`${tries}/csv/csv-spectrum-csvs`).filter(name => name !== 'location_coordinates.csv')) {
    const [head = [], ...rows] = readCsv(readFileSync(`${tries}/csv/csv-spectrum-csvs/${name}`), 99)
    const expected = JSON.parse(readFileSync(`${tries}/csv/csv-spectrum-expected-json/${name.replace('.csv', '.json')}`, 'utf8')) as Record<
      string,
      string
    >[]
    const plain = [expected].flat().map(row => Object.values(row).map(cell => cell.replaceAll('\r\n', '\n')))
    expect(rows, name).toEqual(plain)
    expect(head, name).toEqual(Object.keys([expected].flat()[0] ?? {}))
  }
})
