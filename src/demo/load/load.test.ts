// The county in a real database: loaded whole, seen by each of its people as it should be, and never over anything else.
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { testSecret } from '../../../test/secret.ts'
import { asWorker, connect, disconnect } from '../../platform/db.ts'
import { migrate, urlFor } from '../../platform/migrate.ts'
import { listOpenings } from '../../slices/break-glass/index.ts'
import { listConflicts } from '../../slices/conflicts/index.ts'
import { listOurRecalls } from '../../slices/recalls/index.ts'
import { caseId, personId, principal } from './ids.ts'
import { isEmpty, loadCounty } from './index.ts'
import { linnetCase } from './linnet.ts'
import { weirLaneCase } from './weir-lane.ts'

const name = `county_${randomUUID().replaceAll('-', '')}`
const files = mkdtempSync(join(tmpdir(), 'kith-county-'))
process.env.KITH_FILES_DIR = files
let ownerUrl = ''

beforeAll(async () => {
  await onServer(`create database ${name}`)
  ownerUrl = Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href
  await migrate(ownerUrl, testSecret)
  expect(await isEmpty(ownerUrl)).toBe(true)
  await loadCounty({ ownerUrl, production: false })
  connect({ connectionString: urlFor(ownerUrl, 'kith_app', testSecret), max: 2 })
})

afterAll(async () => {
  await disconnect()
  // Waits for connections that are just ending; with force it would have to end those of other roles, and may not.
  await onServer(`drop database ${name}`)
  rmSync(files, { recursive: true, force: true })
})

test('it loads once, into an empty database, and never in production', async () => {
  expect(await isEmpty(ownerUrl)).toBe(false)
  await expect(loadCounty({ ownerUrl, production: false })).rejects.toThrow('holds something already')
  await expect(loadCounty({ ownerUrl, production: true })).rejects.toThrow('not loaded in production')
})

test('every table is under its rules again', async () => {
  const { rows } = await owner(`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`)
  expect(rows).toEqual([])
  const { rows: idle } = await owner(`select tgname from pg_trigger where not tgisinternal and tgenabled = 'D'`)
  expect(idle).toEqual([])
})

test('each of the cast sees their own cases, and outsiders none', async () => {
  expect(await casesOf('dionne-clarke')).toBeGreaterThan(8)
  expect(await casesOf('priya-nair')).toBeGreaterThan(4)
  expect(await casesOf('yasmin-haddad')).toBeGreaterThan(2)
  expect(await casesOf('helen-straker')).toBe(5)
  expect(await casesOf('nathan-frith')).toBe(0)
})

test('what the night shelter was shared has gone with its agreement', async () => {
  const seen = await asWorker(principal('colette-byrne'), db => db.selectFrom('cases').select(['title', 'ownerAgencyId']).execute())
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every(one => one.ownerAgencyId === principal('quayside-shelter'))).toBe(true)
})

test('a leaver and a suspended agency do not get in', async () => {
  await expect(casesOf('simon-ashdown')).rejects.toThrow()
  await expect(casesOf('steve-marlow')).rejects.toThrow()
})

test('the landlord of somebody in hiding learns that there is something to ask about, and no more', async () => {
  const seen = await asWorker(principal('martin-sedge'), db => db.selectFrom('cases').select('title').where('title', 'like', 'Safety planning, C%').execute())
  expect(seen).toEqual([])
  const pointers = await asWorker(principal('martin-sedge'), db => db.selectFrom('casePointers').select('caseId').where('ownerAgencyId', '=', principal('rowan-door')).execute())
  expect(pointers.length).toBeGreaterThan(0)
})

test('a search by a neighbour’s spelling finds Kayleigh for Dionne, and nobody for an outsider', async () => {
  const searched = (worker: string) => asWorker(principal(worker), db => sql<{ id: string }>`select id from search_for('person', 'kaylee dunmoor')`.execute(db))
  expect((await searched('dionne-clarke')).rows.map(row => row.id)).toContain(personId('kayleigh-dunmore'))
  expect((await searched('nathan-frith')).rows).toEqual([])
})

test('the case with two sides: each agency reads its own, a colleague in conflict nothing, and the neighbour’s name stays with who wrote it and the reader they named', async () => {
  const read = (worker: string) => asWorker(principal(worker), db => db.selectFrom('entries').select('side').where('caseId', '=', linnetCase).execute())
  const sides = async (worker: string) => new Set((await read(worker)).map(one => one.side))
  expect(await sides('yasmin-haddad')).toEqual(new Set([null, 'victim']))
  expect(await sides('michelle-tarrant')).toEqual(new Set([null, 'subject']))
  expect(await sides('samuel-eze')).toEqual(new Set([null, 'victim', 'subject']))
  expect([(await read('grace-adeyemi')).length - (await read('beth-lovell')).length, (await read('kirsty-muir')).length, (await read('imran-chaudhry')).length]).toEqual([1, 0, 0])
  const restricted = (worker: string) => asWorker(principal(worker), db => db.selectFrom('entries').select('id').where('restricted', '=', true).where('caseId', '=', linnetCase).execute())
  expect([(await restricted('yasmin-haddad')).length, (await restricted('samuel-eze')).length]).toEqual([1, 0])
})

test('the restorative case: only the facilitator reads both sides, and each agency meets nobody of the other', async () => {
  const read = (worker: string) =>
    asWorker(principal(worker), async db => ({
      sides: new Set((await db.selectFrom('entries').select('side').where('caseId', '=', weirLaneCase).execute()).map(one => one.side)),
      people: (await db.selectFrom('casePeople').innerJoin('people', 'people.id', 'personId').select('familyName').where('caseId', '=', weirLaneCase).execute()).map(one => one.familyName).sort(),
    }))
  expect(await read('deborah-quill')).toEqual({ sides: new Set([null, 'harmed', 'responsible']), people: ['Tranter', 'Wrona', 'Wrona'] })
  expect(await read('agnieszka-wolska')).toEqual({ sides: new Set([null, 'harmed']), people: ['Wrona', 'Wrona'] })
  expect(await read('darren-coyle')).toEqual({ sides: new Set([null, 'responsible']), people: ['Tranter'] })
  for (const other of ['imran-chaudhry', 'tom-garside']) expect(await read(other)).toEqual({ sides: new Set(), people: [] })
})

test('the governance lead has a conflict of each kind, and an opening to review', async () => {
  const found = await asWorker(principal('judith-crane'), async db => ({ conflicts: await listConflicts(db), openings: await listOpenings(db) }))
  expect([...new Set(found.conflicts.map(one => one.kind))].sort()).toEqual(['declared by worker', 'declared relative', 'declared ward', 'same phone', 'same surname and address'])
  expect(found.openings.map(one => one.outcome)).toEqual([null, 'justified'])
})

test('one consent holds and opens its case, one was taken back; one recall waits with what was printed, one is answered', async () => {
  const seen = await asWorker(principal('imran-chaudhry'), db => db.selectFrom('cases').select('id').where('id', 'in', [linnetCase, caseId('tyler-restorative')]).execute())
  expect(seen.map(one => one.id)).toEqual([caseId('tyler-restorative')])
  const recallsOf = (worker: string) => asWorker(principal(worker), async db => (await listOurRecalls(db)).filter(one => one.copies.length > 0))
  expect(await recallsOf('deborah-quill')).toMatchObject([{ confirmedAt: null, copies: [{ kind: 'print', workerName: 'Deborah Quill' }] }])
  expect(await recallsOf('colette-byrne')).toMatchObject([{ confirmedByName: 'Colette Byrne', copies: [{ kind: 'print' }] }])
})

async function casesOf(worker: string): Promise<number> {
  const { count } = await asWorker(principal(worker), db => db.selectFrom('cases').select(eb => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow())
  return Number(count)
}

async function owner(query: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  return await client.query(query).finally(() => client.end())
}

async function onServer(query: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(query).finally(() => client.end())
}
