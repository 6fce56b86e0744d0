// What was typed wrongly is told in one sentence and never with a stack trace, whichever command takes a file or a name.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migratedFolder, newFolder, run } from '../../test/runtime/processes.ts'

const kithIn =
  (data: string) =>
  async (...words: string[]) => {
    const { code, said } = await run('kith.mjs', words, { env: { KITH_DATA_DIR: data } }).ended
    return { code, said: said.trim() }
  }
const refused = (sentence: RegExp) => ({ code: 1, said: expect.stringMatching(new RegExp(`^[^\n]*${sentence.source}[^\n]*$`)) })

const reading: [reads: string, before: string[], after: string[]][] = [
  ['import people', ['import', 'people'], ['--agency', 'Police']],
  ['import wards', ['import', 'wards'], []],
  ['match evaluate', ['match', 'evaluate'], ['--truth', 'id']],
  ['audit verify', ['audit', 'verify', '--checkpoint'], []],
  ['restore', ['restore'], []],
]

test.each(reading)('%s: a file that is not there, and a folder', async (_, before, after) => {
  const folder = newFolder()
  const kith = kithIn(newFolder())
  expect(await kith(...before, join(folder, 'nothing.csv'), ...after)).toEqual(refused(/There is no file/))
  expect(await kith(...before, folder, ...after)).toEqual(refused(/is a folder/))
})

test('backup and audit checkpoint: no folder to write in, and a folder in place of the file', async () => {
  const [kith, folder] = [kithIn(await migratedFolder()), newFolder()]
  mkdirSync(join(folder, 'kept'))
  expect((await kith('user', 'invite', 'pat@wexmoor.example', '--name', 'Pat', '--agency', 'Wexmoor')).code).toBe(0)
  expect((await kith('audit', 'seal')).code).toBe(0)
  for (const words of [['backup'], ['audit', 'checkpoint']]) {
    expect(await kith(...words, join(folder, 'nowhere', 'file'))).toEqual(refused(/There is no folder for/))
    expect(await kith(...words, join(folder, 'kept'))).toEqual(refused(/(is a folder|already)/))
  }
})

test('backup: a file that is there already is kept, unless one says otherwise; an option that is none is named', async () => {
  const [kith, file] = [kithIn(await migratedFolder()), join(newFolder(), 'kept.tar.gz')]
  writeFileSync(file, 'the backup of last night')
  expect(await kith('backup', file)).toEqual(refused(/kept\.tar\.gz is there already: name another file, or say --replace/))
  expect(await kith('backup', file, '--force')).toEqual(
    refused(/There is no option --force here\. Use it like this: .*backup FILE \[--replace\]/),
  )
  expect(readFileSync(file, 'utf8')).toBe('the backup of last night')
  expect(await kith('backup', file, '--replace')).toEqual({ code: 0, said: expect.stringContaining('Wrote ') })
  expect(readFileSync(file, 'utf8')).not.toBe('the backup of last night')
})

test('a heading that never ends, and an address that is somebody else’s', async () => {
  const [kith, file] = [kithIn(await migratedFolder()), join(newFolder(), 'long.csv')]
  writeFileSync(file, 'a'.repeat(1_500_000))
  const invite = (agency: string) =>
    kith('user', 'invite', 'Pat@wexmoor.example', '--name', 'Pat', '--agency', agency, '--role', 'agency_administrator')
  expect((await invite('Wexmoor')).code).toBe(0)
  expect((await invite('wexmoor')).code).toBe(0)
  expect(await invite('Elsewhere')).toEqual(refused(/That address is Pat’s, who works for Wexmoor/))
  for (const words of [
    ['people', file, '--agency', 'Wexmoor'],
    ['wards', file],
  ])
    expect(await kith('import', ...words)).toEqual(refused(/The file is broken: the next row is longer/))
})
