/** Tables as CSV: written so that no spreadsheet runs a cell, and read however the sender's spreadsheet wrote them. */
import { isUtf8 } from 'node:buffer'
import { CsvError, parse } from 'csv-parse/sync'
import { Invalid } from './errors.ts'

type Cell = string | number | null | undefined

/** What a spreadsheet takes for the beginning of a formula, also in its wide forms and after spaces. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/

/**
 * Rows as CSV with a byte-order mark, so that every spreadsheet reads accents; a cell that it would run gets a ' before it.
 * @example csv([['Place', 'Grade'], ['=1+1', 'A']]) // "Place,Grade\r\n'=1+1,A\r\n"
 */
export const csv = (rows: Cell[][]): string => `\ufeff${rows.map(row => `${row.map(written).join(',')}\r\n`).join('')}`

/** The harmless cell as it was before `csv` wrote it, so that a list that was exported can be imported again. */
export const unguarded = (cell: string): string => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell)

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = (cell ?? '').replaceAll('\0', '')
  const harmless = formula.test(text) ? `'${text}` : text
  return /[",;\t\r\n]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/**
 * Rows of cells from the bytes of a CSV file, whatever its letters and separators; throws Invalid with a sentence about the row that cannot be read.
 * @example const rows = readCsv(bytes, 1000)
 */
export function readCsv(bytes: Uint8Array, most: number): string[][] {
  return rowsOf(textOf(Buffer.from(bytes)), most)
}

/**
 * Rows of cells from pasted text.
 * @example const rows = rowsOf('a;b\n1;2', 1000) // [['a', 'b'], ['1', '2']]
 */
export function rowsOf(text: string, most: number): string[][] {
  const rows = parsed(text).map(row => row.map(cell => cell.replaceAll('\0', '').replaceAll('\r\n', '\n').trim()))
  // Blank rows stay, so that a row keeps the number that its spreadsheet shows; those at the end go.
  const full = rows.slice(0, rows.findLastIndex(isFull) + 1)
  if (full.length === 0) throw new Invalid({ file: 'There are no rows in this list.' })
  if (full.filter(isFull).length > most || full.length > 10 * most)
    throw new Invalid({ file: `This list has more than ${most.toLocaleString('en-GB')} rows. Split it into parts.` })
  return full
}

/** All of them: where two lists were put together in one file, the second may end its lines differently, and would be one row. */
export const lineEnds = ['\r\n', '\n', '\r']

/** Whether anything stands in a row. */
export const isFull = (row: string[]): boolean => row.some(cell => cell !== '')

function parsed(text: string): string[][] {
  try {
    const loose = { relaxColumnCount: true, relaxQuotes: true }
    return parse(text, { bom: true, delimiter: separatorOf(text), recordDelimiter: lineEnds, ...loose, maxRecordSize: 100_000 })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const row = 'lines' in error ? ` near line ${Number(error.lines)}` : ''
    const wrong =
      error.code === 'CSV_MAX_RECORD_SIZE' ? 'a row has more than 100,000 letters' : 'a quotation mark is opened and never closed'
    throw new Invalid({ file: `This list cannot be read${row}: ${wrong}. Correct it and try again.` })
  }
}

/**
 * What separates the cells of a CSV: whichever of comma, semicolon, tab and bar its first line has most of, outside quotes.
 * @example separatorOf('a;b\n1;2') // ";"
 */
export function separatorOf(text: string): string {
  const first = text.replaceAll(/"[^"]*"/g, '').split(/\r\n|\r|\n/, 1)[0] ?? ''
  const counted = [',', ';', '\t', '|'].map(sign => ({ sign, count: first.split(sign).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) throw new Invalid({ file: 'This is not a CSV file. In the spreadsheet, choose “Save as” and then CSV.' })
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes)
}
