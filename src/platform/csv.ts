/** Reads CSV of any shape: UTF-8, UTF-16 or Windows letters; commas, semicolons, tabs or bars; quotes, line ends and sizes as they come. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { lineEnds, separatorOf } from './spreadsheet.ts'

export interface CsvRow {
  /** As a spreadsheet counts: the heading is row 1. */
  row: number
  cells: string[]
}

export interface Csv {
  columns: string[]
  /** Every row below the heading; a row that cannot be read ends them with a sentence in `broken`. */
  rows: AsyncGenerator<CsvRow>
  broken: () => string | undefined
}

/**
 * Opens a CSV file, reads its heading, and gives the rows one by one, however many there are.
 * @example const { columns, rows } = await openCsv('people.csv')
 */
export async function openCsv(path: string): Promise<Csv> {
  const encoding = await encodingOf(path)
  const delimiter = await delimiterOf(path, encoding)
  let failure: string | undefined
  const parser = parse({
    delimiter,
    record_delimiter: lineEnds,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  })
  const done = pipeline(createReadStream(path), decoded(encoding), parser).catch(error => {
    failure = sentenceFor(error)
  })
  const records = parser[Symbol.asyncIterator]() as AsyncIterator<string[]>
  const first = await nextOf(records)
  // What is wrong with the heading is known only when the file has been let go.
  if (!first) await done
  const columns = (first ?? []).map(name => name.trim())
  async function* rows(): AsyncGenerator<CsvRow> {
    for (let row = 2, cells = await nextOf(records); cells; row++, cells = await nextOf(records)) {
      if (cells.some(cell => cell.trim() !== '')) yield { row, cells }
    }
    await done
  }
  return { columns, rows: rows(), broken: () => failure }
}

/** A broken quotation ends the rows; what went wrong is said by `broken`. */
async function nextOf(records: AsyncIterator<string[]>): Promise<string[] | undefined> {
  const next = await records.next().catch(() => ({ done: true, value: undefined }))
  return next.done ? undefined : (next.value as string[])
}

function sentenceFor(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed'
  if (code === 'CSV_MAX_RECORD_SIZE') return 'the next row is longer than a million letters: look for a quotation mark that is never closed'
  return message.split('\n')[0] ?? 'the rest of the file cannot be read'
}

async function encodingOf(path: string): Promise<string> {
  const file = await open(path)
  const head = (await file.read(Buffer.alloc(3), 0, 3, 0)).buffer
  await file.close()
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return (await isUtf8(path)) ? 'utf-8' : 'windows-1252'
}

/** Older spreadsheets write Windows letters, which as UTF-8 make no sense: one such byte anywhere tells. */
async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true })
    decoder.decode()
    return true
  } catch {
    return false
  }
}

function decoded(encoding: string): Transform {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    readableObjectMode: false,
    decodeStrings: true,
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }).replaceAll('\0', ''))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

async function delimiterOf(path: string, encoding: string): Promise<string> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
  await file.close()
  return separatorOf(new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead)))
}
