/** How many files one request can bring in. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { asWorker } from '../../src/platform/db.ts'
import { documents } from '../../src/slices/documents/index.ts'
import { listDocuments } from '../../src/slices/documents/queries.ts'
import { asking, form } from '../ask.ts'
import { aCase } from '../case.ts'
import { cast } from '../cast.ts'
import { ownDatabase } from '../database.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-uploads-'))
vi.stubEnv('KITH_DATA_DIR', folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))
ownDatabase()

test('of more than twenty files the first twenty are added, and the page says so', async () => {
  const id = await aCase()
  const files = Array.from({ length: 22 }, (_, index) => new File([`%PDF-1.7\norder ${index}`], `order ${index}.pdf`))
  const answer = await asking(documents, cast.tom)(`/cases/${id}/documents`, form({ title: '', files }))
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Only 20 files can be added at once')
  expect((await asWorker(cast.tom, db => listDocuments(db, id))).length).toBe(20)
})
