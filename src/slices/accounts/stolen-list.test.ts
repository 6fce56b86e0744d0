/** The list of stolen passwords is searched where it lies: every line of it is found, and nothing else; what is no such list is told so when Kith starts. */
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { run } from '../../../test/runtime/processes.ts'
import { isStolen, mustBeStolenList } from './stolen-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-stolen-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let made = 0
function list(text: string): string {
  const path = join(folder, `list-${++made}.txt`)
  writeFileSync(path, text)
  return path
}

const hashOf = (password: string) => createHash('sha1').update(password).digest('hex').toUpperCase()
const linesOf = (passwords: string[]) => passwords.map((password, at) => `${hashOf(password)}:${at + 1}`).sort()
const stolen = Array.from({ length: 3000 }, (_, at) => `stolen password ${at}`)
const inOrder = [...stolen].sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1))
const ends = [inOrder[0], inOrder[1], inOrder[1500], inOrder.at(-2), inOrder.at(-1)].map(String)

describe.each<[string, (lines: string[]) => string]>([
  ['as it is published', lines => `${lines.join('\r\n')}\r\n`],
  ['with short ends of lines', lines => `${lines.join('\n')}\n`],
  ['without an end of its last line', lines => lines.join('\n')],
  ['in small letters', lines => lines.join('\n').toLowerCase()],
  ['with blanks behind each number', lines => lines.map(line => line.padEnd(63)).join('\r\n')],
  ['of five lines', lines => lines.filter(line => ends.some(password => line.startsWith(hashOf(password)))).join('\r\n')],
])('A list %s', (_how, written) => {
  const path = list(written(linesOf(stolen)))

  test('has its first line, its last and those between', async () => {
    await mustBeStolenList(path)
    for (const password of ends) expect(await isStolen(password, path), password).toBe(true)
  })

  test('has no other', async () => {
    for (const password of ['marble window cloud', 'stolen password', 'Stolen password 1', '', 'пароль'])
      expect(await isStolen(password, path), password).toBe(false)
  })
})

test('every line of a list is found, and no password that lies between two of them', async () => {
  const path = list(linesOf(stolen.filter((_, at) => at % 2 === 0)).join('\r\n'))
  for (const [at, password] of stolen.entries()) expect(await isStolen(password, path), password).toBe(at % 2 === 0)
})

test.each([1, 2])('a list of %s lines is enough', async count => {
  const path = list(`${linesOf(stolen.slice(0, count)).join('\r\n')}\r\n`)
  await mustBeStolenList(path)
  expect(await isStolen('stolen password 0', path)).toBe(true)
  expect(await isStolen('marble window cloud', path)).toBe(false)
})

test('a line that is none, or has no end, is not passed over', async () => {
  const lines = linesOf(stolen)
  for (const wrong of ['x'.repeat(5000), 'password:7', `${lines[1500]}${'0'.repeat(300)}`]) {
    const path = list(lines.with(1500, wrong).join('\n'))
    await expect(isStolen(inOrder[1500] ?? '', path)).rejects.toThrow()
  }
})

const lines = linesOf(stolen)
test.each<[string, () => string, string]>([
  ['is not there', () => join(folder, 'nowhere.txt'), 'but there is no such file.'],
  ['is a folder', () => folder, 'which is a folder: name the file in it.'],
  ['is empty', () => list(''), 'which is empty.'],
  ['holds the passwords themselves', () => list(stolen.join('\n')), 'which is not a list of stolen passwords'],
  ['holds other hashes', () => list(lines.map(line => line.slice(8)).join('\n')), 'which is not a list of stolen passwords'],
  ['holds hashes alone', () => list(lines.map(line => line.slice(0, 40)).join('\n')), 'which is not a list of stolen passwords'],
  ['is packed', () => list(`7z\xbc\xaf${'\0'.repeat(9000)}`), 'which is not a list of stolen passwords'],
  ['ends in something else', () => list(`${lines.join('\n')}\nand so on`), 'which is not a list of stolen passwords'],
  [
    'is ordered the other way',
    () => list(lines.toReversed().join('\n')),
    'which is not in the order of its hashes: take the list that is “ordered by hash”',
  ],
  [
    'is ordered by how often each was found',
    () => list([...lines.slice(0, 9), ...lines.slice(9, -1).toReversed(), lines.at(-1)].join('\n')),
    'which is not in the order of its hashes: take the list that is “ordered by hash”',
  ],
])('when the file %s, one sentence says so', async (_what, made, sentence) => {
  const path = made()
  await expect(mustBeStolenList(path)).rejects.toThrow(`KITH_STOLEN_PASSWORDS names ${path}, ${sentence}`)
})

test.skipIf(process.getuid?.() === 0)(
  'when it may not be read, one sentence says so (skipped for root, who may read anything)',
  async () => {
    const path = list(lines.join('\n'))
    chmodSync(path, 0o000)
    await expect(mustBeStolenList(path)).rejects.toThrow('which Kith may not read.')
  },
)

test('Kith does not start with a list that is none, and says why before it touches anything', async () => {
  const data = join(folder, 'data')
  mkdirSync(data)
  const { code, said } = await run('start.mjs', [], { env: { KITH_DATA_DIR: data, KITH_STOLEN_PASSWORDS: list('none') } }).ended
  expect([code, said]).toEqual([1, expect.stringContaining('which is not a list of stolen passwords: each line must be')])
  expect(readdirSync(data)).not.toContain('postgres')
})
