// kith audit, as whoever answers for the record types it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migratedFolder, newFolder, run } from '../../test/runtime/processes.ts'

test('the record is sealed, kept in a checkpoint, and proven from the command line', async () => {
  const env = { KITH_DATA_DIR: await migratedFolder() }
  const kith = async (...words: string[]) => {
    const { code, said } = await run('kith.mjs', words, { env }).ended
    return { code, said }
  }
  const kept = newFolder()
  const checkpoint = join(kept, 'record.json')
  expect((await kith('backup', join(kept, 'today.kith'))).code).toBe(0)
  expect(await kith('audit', 'seal')).toMatchObject({ code: 0, said: expect.stringContaining('Sealed 1 rows') })
  expect(await kith('audit', 'checkpoint', checkpoint)).toMatchObject({ code: 0, said: expect.stringContaining('up to batch 1') })
  expect(await kith('audit', 'verify', '--checkpoint', checkpoint)).toMatchObject({
    code: 0,
    said: expect.stringMatching(/1 rows in 1 batches.*; 0 not sealed yet\.\n.*Every row of every batch is as it was sealed/s),
  })
  expect(readFileSync(checkpoint, 'utf8')).toContain('"kith": "audit checkpoint"')
  env.KITH_DATA_DIR = await migratedFolder()
  expect(await kith('audit', 'verify', '--checkpoint', checkpoint)).toMatchObject({
    code: 1,
    said: expect.stringContaining('its end was cut off'),
  })
})
