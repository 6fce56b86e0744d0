/** Wards brought in from lists: refused by the row, safe to do twice, and real public ones where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { asking } from '../../../test/ask.ts'
import { aCase } from '../../../test/case.ts'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { bringWards } from '../../../test/wards.ts'
import { asWorker, newId } from '../../platform/db.ts'
import { root } from '../../platform/root.ts'
import { places } from './index.ts'
import { wardColumns } from './ward-import.ts'

const database = ownDatabase()
const data = join(root, '..', 'shared', 'data')
const codePoint = join(data, 'postcodes/developers/le.csv.gz')

test('columns are found by their headings, and a file without them is not guessed at', () => {
  expect(wardColumns(['Post Code', 'Council', 'WARD'])).toEqual({ postcode: 0, ward: 2, district: 1 })
  expect(wardColumns(['pcds', 'ward name'])).toEqual({ postcode: 0, ward: 1, district: undefined })
  expect(wardColumns(['postcode', 'town'])).toBeUndefined()
})

test('each refused row says why; a second time changes only what has changed', async () => {
  const lines = [
    ['wx91aa', 'Castle', 'Wexshire'],
    ['somewhere', 'Castle', ''],
    ['WX9 1AB', ' ', ''],
    ['WX9 1AA', 'Abbey', ''],
    ['WX9 1AC', 'x'.repeat(101), ''],
  ]
  const once = await bringWards(database, ...lines)
  expect(once).toMatchObject({ read: 5, added: 1, changed: 0, already: 0, refused: 4 })
  expect(once.refusals).toEqual([
    '3: “SOMEWHERE” is not a postcode',
    '4: it names no ward',
    '5: WX9 1AA stands in row 2 already',
    '6: the name of a ward or a council has at most 100 letters',
  ])
  expect(await bringWards(database, ...lines)).toMatchObject({ added: 0, changed: 0, already: 1 })
  expect(await bringWards(database, ['WX9 1AA', 'Abbey', 'Wexshire'])).toMatchObject({ added: 0, changed: 1, already: 0 })
})

test('the page of a place names its ward, and says when none is known', async () => {
  await bringWards(database, ['WX9 4AA', 'Minster', 'Wexshire'])
  const page = async (postcode: string) => {
    const [caseId, placeId] = [await aCase(), newId()]
    await asWorker(cast.tom, async db => {
      await db.insertInto('places').values({ id: placeId, line1: 'The green', postcode, createdBy: cast.tom }).execute()
      await db.insertInto('casePlaces').values({ id: newId(), caseId, placeId, role: 'Other', addedBy: cast.tom }).execute()
    })
    return (await asking(places, cast.tom)(`/places/${placeId}`)).text()
  }
  expect(await page('WX9 4AA')).toMatch(/Ward ?<.*Minster, Wexshire/s)
  for (const postcode of ['WX9 4ZZ', '']) expect(await page(postcode)).toMatch(/Ward ?<.*Not known/s)
})

test.skipIf(!existsSync(codePoint))('every postcode of a real list is taken, whichever way its space is written', async () => {
  const lines = gunzipSync(readFileSync(codePoint))
    .toString()
    .trim()
    .split('\n')
    .map(line => line.replaceAll('"', '').split(','))
    .map(cells => [cells[0] ?? '', cells.at(-1)?.trim() || 'unknown', cells.at(-2) ?? ''])
  expect(await bringWards(database, ...lines)).toMatchObject({ read: lines.length, added: lines.length, refused: 0 })
  expect(await bringWards(database, ...lines)).toMatchObject({ added: 0, changed: 0, already: lines.length })
})
