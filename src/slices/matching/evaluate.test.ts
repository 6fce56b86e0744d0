/** How well the same person is recognised, on published data where it is at hand and on lists made up here. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '../../platform/root.ts'
import { evaluateFile } from './evaluate-file.ts'
import { madeUpPeople } from './testing/corrupt.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-match-'))
afterAll(() => rmSync(folder, { recursive: true }))
const published = join(root, '..', 'shared', 'data/linkage/developers')

function file(lines: string[][]): string {
  const path = join(folder, `${Math.random()}.csv`)
  writeFileSync(path, lines.map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))
  return path
}

describe.skipIf(!existsSync(published))('published data (skipped where it is not at hand)', () => {
  test.each([
    ['febrl_dataset3.csv', 'rec_id', 0.98],
    ['febrl_dataset1.csv', 'rec_id', 0.98],
    ['splink_fake_1000.csv', 'cluster', 0.95],
  ])('%s', async (name, truth, leastF1) => {
    const found = await evaluateFile(join(published, name), { truth })
    expect(found.leftOut).toEqual(name.startsWith('febrl') ? ['rec_id', 'soc_sec_id'] : ['unique_id', 'cluster'])
    expect(found.automatic.precision).toBeGreaterThanOrEqual(0.999)
    expect(found.withQueue.f1).toBeGreaterThanOrEqual(leastF1)
    expect(found.answered.recall).toBeGreaterThanOrEqual(found.automatic.recall)
  })
})

test.each([1, 2, 3])('a list made up with families, twins, moves and slips (seed %i)', async seed => {
  const { columns, rows } = madeUpPeople(350, seed)
  const found = await evaluateFile(file([columns, ...rows]), { truth: 'truth' })
  expect(found.automatic.precision).toBeGreaterThanOrEqual(0.999)
  expect(found.withQueue.f1).toBeGreaterThanOrEqual(0.975)
})

test('columns are chosen by map, left out by name, and named when they are not there', async () => {
  const path = file([
    ['No', 'Who', 'Day', 'NI', 'same'],
    ['1', 'Ada Lovelace', '10/12/1915', 'x', 'a'],
    ['2', 'Lovelace, Ada', '1915-12-10', 'x', 'a'],
    ['3', 'Grace Hopper', '9 Dec 1906', 'x', ''],
    ['4', 'Alan Turing', '', 'x', ''],
  ])
  const found = await evaluateFile(path, { truth: 'SAME', map: 'name=Who,born_on=Day', without: [] })
  expect(found).toMatchObject({ records: 4, truePairs: 1, map: 'name=Who,born_on=Day', leftOut: ['No', 'NI', 'same'] })
  expect(found.answered).toMatchObject({ precision: 1, recall: 1 })
  await expect(evaluateFile(path, { truth: 'nope' })).rejects.toThrow('The file has no column “nope”')
  await expect(evaluateFile(path, { truth: 'same', map: 'shoe=Who' })).rejects.toThrow('“shoe” cannot be compared')
  await expect(evaluateFile(path, { truth: 'same', map: 'name=Who', without: ['who'] })).rejects.toThrow('Say which columns to compare')
})

test('an empty list and a list of one have no pairs', async () => {
  for (const rows of [[], [['Ada', 'x']]]) {
    const found = await evaluateFile(file([['first name', 'truth'], ...rows]), { truth: 'truth' })
    expect(found).toMatchObject({ truePairs: 0, pairsConsidered: 0, questions: 0 })
  }
})
