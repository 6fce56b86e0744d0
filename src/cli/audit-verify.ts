// kith audit verify: proves that the record is what was sealed, or says where it is not.
import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { auditKey } from '../platform/audit-key.ts'
import type { Config } from '../platform/config.ts'
import { Stop } from '../platform/stop.ts'
import { readCheckpoint, type Verdict, verify } from '../slices/audit/index.ts'
import { type Command, fileToRead, readLine } from './command.ts'
import { withDatabase } from './with-kith.ts'

export const auditVerify: Command = {
  name: 'audit verify',
  takes: '[--checkpoint FILE]',
  does: 'Prove that nothing in the record was changed, removed, added or moved.',
  more: `Reads the whole record and changes nothing. With a checkpoint that was kept elsewhere it also proves
that the record was not cut short or written anew since. What it proves and what not: docs/audit.md.`,
  async run(args) {
    const { values } = readLine(this, args, { checkpoint: { type: 'string' } }, 0)
    const kept = values.checkpoint && (await readFile(await fileToRead(values.checkpoint), 'utf8'))
    const started = Date.now()
    const verdict = await withDatabase('kith audit verify', async ({ ownerUrl, config }) => verifyAt(ownerUrl, config, kept))
    console.log(saySize(verdict, (Date.now() - started) / 1000))
    if (verdict.faults.length > 0) throw new Stop(['The record is NOT as it was sealed.', ...verdict.faults].join('\n'))
    console.log('Every row of every batch is as it was sealed.')
  },
}

/**
 * Verifies the record at `ownerUrl`, seen at one moment by the role that may read all of it and change nothing.
 * @example const { batches, rows, hash } = await verifyAt(ownerUrl, config)
 */
export async function verifyAt(ownerUrl: string, config: Config, kept = ''): Promise<Verdict> {
  const keys = [auditKey(config.auditKey).name, ...config.auditPastKeys]
  const checkpoint = kept ? readCheckpoint(kept, keys) : undefined
  if (kept && !checkpoint)
    throw new Stop('This is not a checkpoint that a key of this Kith signed. Was it altered, or is it of another Kith?')
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kith audit verify' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only; set local role kith_backup')
    return await verify(client, { keys, checkpoint })
  } finally {
    await client.end()
  }
}

function saySize({ batches, rows, unsealed }: Verdict, seconds: number): string {
  const since = unsealed.since ? `, since ${unsealed.since.toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''
  return `${rows.toLocaleString('en-GB')} rows in ${batches.toLocaleString('en-GB')} batches, read in ${seconds.toFixed(1)} s; ${unsealed.rows.toLocaleString('en-GB')} not sealed yet${since}.`
}
