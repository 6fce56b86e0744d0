// kith audit checkpoint: a small signed file that says how far the record goes, to be kept elsewhere.
import { writeFile } from 'node:fs/promises'
import { auditKey } from '../platform/audit-key.ts'
import { unwritable } from '../platform/disk.ts'
import { Stop } from '../platform/stop.ts'
import { writeCheckpoint } from '../slices/audit/index.ts'
import { verifyAt } from './audit-verify.ts'
import { type Command, fileFrom, readLine } from './command.ts'
import { withDatabase } from './with-kith.ts'

export const auditCheckpoint: Command = {
  name: 'audit checkpoint',
  takes: 'FILE',
  does: 'Verify the record, then write a small signed file to keep where the database is not.',
  more: 'Later, "audit verify --checkpoint FILE" proves that everything that was sealed by then is still there, unaltered.',
  async run(args) {
    const path = fileFrom(readLine(this, args, {}, 1).positionals[0] ?? '')
    const batch = await withDatabase('kith audit checkpoint', async ({ ownerUrl, config }) => {
      const { faults, batches, rows, hash } = await verifyAt(ownerUrl, config)
      if (faults.length > 0) throw new Stop(['The record is NOT as it was sealed, so there is no checkpoint of it.', ...faults].join('\n'))
      if (batches === 0) throw new Stop('Nothing is sealed yet.')
      const text = writeCheckpoint({ batch: batches, rows, hash: hash.toString('hex') }, auditKey(config.auditKey))
      await writeFile(path, text, { flag: 'wx', flush: true }).catch(error => {
        throw unwritable(path, error)
      })
      return batches
    })
    console.log(`Wrote ${path}: the record up to batch ${batch}. Keep it where whoever could alter the database cannot reach it.`)
  },
}
