/** How often search finds the right person by a name as badly spelt as in a published benchmark; and hostile words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { cast } from '../../../test/cast.ts'
import { ownDatabase } from '../../../test/database.ts'
import { openCsv } from '../../platform/csv.ts'
import { asWorker } from '../../platform/db.ts'
import { root } from '../../platform/root.ts'
import { findPeople, importPeople, type Match, readMap } from '../people/index.ts'
import { findEverything } from './queries.ts'

ownDatabase()
const data = join(root, '..', 'shared', 'data')
const febrl = join(data, 'linkage/developers/febrl_dataset3.csv')
const naughty = join(data, 'bad-input/developers/blns/blns.json')

/** The benchmark's 2,000 true people, on one agency's list; and how its 3,000 duplicates spell their names. */
async function listOriginals() {
  const { columns, rows } = await openCsv(febrl)
  const all = (await Array.fromAsync(rows)).map(({ row, cells }) => ({ row, cells: cells.map(cell => cell.trim()) }))
  const isOriginal = ({ cells }: { cells: string[] }) => cells[0]?.endsWith('-org')
  async function* originals() {
    yield* all.filter(isOriginal)
  }
  // A few originals have a birthday that never was; people are looked for by name here, so it is left out.
  const map = readMap(
    'given_name=given_name,family_name=surname,reference=rec_id',
    columns.map(name => name.trim()),
  )
  await importPeople(originals(), { worker: cast.tom, map, columns: columns.length, source: '', dryRun: false, refused: () => {} })
  return all
    .filter(row => !isOriginal(row))
    .map(({ cells }) => ({ reference: `${cells[0]?.split('-dup')[0]}-org`, words: `${cells[1]} ${cells[2]}`.trim() }))
    .filter(one => one.words)
}

test.skipIf(!existsSync(febrl))('the right person is among the first twenty for more than 95 in 100 misspelt names', async () => {
  const asked = await listOriginals()
  let found = 0
  await asWorker(cast.tom, async db => {
    for (const { reference, words } of asked) {
      const hits =
        await sql`select from search_for('person', ${words}, 20) s join people p on p.id = s.id where p.source_reference = ${reference}`.execute(
          db,
        )
      found += Math.min(hits.rows.length, 1)
    }
  })
  console.log(`${found} of ${asked.length} (${((found / asked.length) * 100).toFixed(2)} %) among the first twenty`)
  expect(found / asked.length).toBeGreaterThan(0.95)
})

test.skipIf(!existsSync(naughty))('hostile strings pass through names and search unharmed', async () => {
  const strings = (JSON.parse(readFileSync(naughty, 'utf8')) as string[])
    .map(text => text.replaceAll('\0', '').trim())
    .filter(text => text !== '' && text.length <= 100)
  const rows = strings.map((text, index) => ({ row: index + 2, cells: [text, String(index)] }))
  const refused: string[] = []
  async function* each() {
    yield* rows
  }
  await importPeople(each(), {
    worker: cast.grace,
    map: { given_name: [0], reference: [1] },
    columns: 2,
    source: '',
    dryRun: false,
    refused: (_row, reason) => refused.push(reason),
  })
  expect(refused).toEqual([])
  await asWorker(cast.grace, async db => {
    const kept = await db.selectFrom('people').select(['givenName', 'sourceReference']).where('heldBy', '=', db.actor.agencyId).execute()
    for (const { givenName, sourceReference } of kept) expect(givenName).toBe(strings[Number(sourceReference)]?.replace(/\s+/g, ' '))
    let read = 0
    for (const text of strings)
      read += (await findPeople(db, text)).filter((match: Match) => match.givenName === text.replace(/\s+/g, ' ')).length
    expect(read).toBeGreaterThan(strings.length / 2)
    for (const text of strings.slice(0, 100)) await findEverything(db, text, { people: 5, others: 5 })
  })
})
