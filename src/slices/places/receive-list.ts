/** Takes in a list of places: a CSV file, or text pasted from a spreadsheet. */
import { readCsv } from '../../platform/spreadsheet.ts'
import { Invalid } from '../../platform/errors.ts'
import { readUpload } from '../../platform/multipart.ts'
import { mostRows, pastedRows } from './import.ts'

const mostBytes = 1024 * 1024

/**
 * The rows of the list in a request; throws Invalid with a sentence, and with the pasted text.
 * @example const rows = await receiveList(c.req.raw)
 */
export async function receiveList(request: Request): Promise<string[][]> {
  let file: Buffer | undefined
  const { words } = await readUpload(request, async ({ bytes }) => {
    file = await gathered(bytes)
  })
  const text = typeof words.text === 'string' ? words.text : ''
  try {
    if (file) return readCsv(file, mostRows + 1)
    if (text.trim()) return pastedRows(text)
  } catch (error) {
    if (error instanceof Invalid) throw new Invalid(error.errors, { text })
    throw error
  }
  throw new Invalid({ file: 'Choose a CSV file, or paste the rows.' })
}

async function gathered(bytes: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = []
  let size = 0
  for await (const some of bytes) {
    size += some.length
    if (size <= mostBytes) all.push(some)
  }
  if (size > mostBytes) throw new Invalid({ file: 'This file is larger than 1 MB. Split the list into parts of about a thousand rows.' })
  return Buffer.concat(all)
}
