/** Proves that the record is what was sealed, batch by batch, in little memory; or says which batch is not, and which row. */
import type pg from 'pg'
import type { Checkpoint } from './checkpoint.ts'
import { differences } from './compare.ts'
import { signedBy } from '../../../platform/audit-key.ts'
import { firstTurn, leavesBetween, rowsBetween, unsealed } from './rows.ts'
import { beginning, hashOf, type Seal, statementOf } from './statement.ts'
import { hashBytes, rootOf } from './tree.ts'

/** So many batches are read at a time. */
const atOnce = 32

export interface Trust {
  /** The public keys whose seals count, today's first. */
  keys: string[]
  checkpoint?: Checkpoint | undefined
}

export interface Verdict {
  batches: number
  rows: number
  /** The hash of the last seal, for a checkpoint. */
  hash: Buffer
  unsealed: { rows: number; since: Date | null }
  /** Whole sentences, each naming its batch. Empty when everything is as it was sealed. */
  faults: string[]
}

/**
 * Reads the whole record as it stands at one moment. `client` has begun a repeatable-read transaction as a role that sees all of it.
 * @example const { faults } = await verify(client, { keys: [key.name] })
 */
export async function verify(client: pg.Client, trust: Trust): Promise<Verdict> {
  const faults: string[] = []
  const reached = { number: 0, hash: beginning, until: firstTurn as number | string, rows: 0, checkpointSeen: false }
  for (;;) {
    const seals = await sealsAfter(client, reached.number)
    if (seals.length === 0) break
    const stretches = boundsOf(seals, reached.until)
    const leaves = await leavesBetween(client, stretches)
    for (const seal of seals) {
      faults.push(...chainFaults(seal, reached, trust))
      faults.push(...(await strayFaults(client, seal, reached.until, leaves, stretches)))
      faults.push(...(await rowFaults(client, seal, leaves.get(stretches.indexOf(seal.fromTurn)) ?? Buffer.alloc(0))))
      Object.assign(reached, { number: seal.number, hash: hashOf(seal), until: seal.untilTurn, rows: reached.rows + seal.rowCount })
      faults.push(...checkpointFaults(seal, reached, trust.checkpoint))
    }
  }
  if (trust.checkpoint && reached.number < trust.checkpoint.batch)
    faults.push(
      `The record ends at batch ${reached.number}, but the checkpoint of ${day(trust.checkpoint.made)} knows batch ${trust.checkpoint.batch}: its end was cut off.`,
    )
  const { number: batches, rows, hash } = reached
  return { batches, rows, hash, unsealed: await unsealed(client, reached.until), faults }
}

async function sealsAfter(client: pg.Client, number: number): Promise<Seal[]> {
  const { rows } = await client.query(
    `select number::float8, form, previous, from_turn::float8 as "fromTurn", until_turn::float8 as "untilTurn", row_count as "rowCount", root, marks, key, sealed_at as "sealedAt", signature
    from public.audit_seals where number > $1 order by number limit ${atOnce}`,
    [number],
  )
  return rows as Seal[]
}

/** Where the stretches of these seals begin and end, in rising order; rows between two of them belong to no batch. */
function boundsOf(seals: Seal[], from: number | string): (number | string)[] {
  return [...new Set([from, ...seals.flatMap(seal => [seal.fromTurn, seal.untilTurn])])].sort((a, b) => Number(a) - Number(b))
}

function chainFaults(seal: Seal, before: { number: number; hash: Buffer }, { keys }: Trust): string[] {
  const gone = seal.number - before.number - 1
  const faults: string[] = []
  if (gone > 0)
    faults.push(`${gone === 1 ? `Batch ${before.number + 1} is` : `Batches ${before.number + 1} to ${seal.number - 1} are`} missing.`)
  else if (!seal.previous.equals(before.hash))
    faults.push(`Batch ${seal.number} does not follow batch ${before.number}: one of the two was replaced or altered.`)
  if (!keys.includes(seal.key)) faults.push(`Batch ${seal.number} is signed with a key that is not trusted here (${seal.key}).`)
  else if (!signedBy(seal.key, statementOf(seal), seal.signature))
    faults.push(`The seal of batch ${seal.number} was altered: its signature is wrong.`)
  return faults
}

/** Rows before the batch that no batch holds. */
async function strayFaults(
  client: pg.Client,
  seal: Seal,
  until: number | string,
  leaves: Map<number, Buffer>,
  stretches: (number | string)[],
): Promise<string[]> {
  if (Number(until) >= seal.fromTurn) return []
  const stray = leaves.get(stretches.indexOf(until))
  if (!stray) return []
  const rows = await rowsBetween(client, until, seal.fromTurn)
  return [`Before batch ${seal.number}: ${differences(Buffer.alloc(0), rows).join('; ')}.`]
}

async function rowFaults(client: pg.Client, seal: Seal, leaves: Buffer): Promise<string[]> {
  if (leaves.length === seal.rowCount * hashBytes && rootOf(leaves).equals(seal.root)) return []
  const rows = await rowsBetween(client, seal.fromTurn, seal.untilTurn)
  const what = differences(seal.marks, rows)
  return [
    `Batch ${seal.number}, sealed ${day(seal.sealedAt.toISOString())}: ${what.join('; ') || 'its rows are there, but its own root or marks were altered'}.`,
  ]
}

function checkpointFaults(seal: Seal, reached: { hash: Buffer; rows: number }, kept: Checkpoint | undefined): string[] {
  if (seal.number !== kept?.batch || reached.hash.toString('hex') === kept.hash) return []
  return [`Batch ${seal.number} is not the one that the checkpoint of ${day(kept.made)} knows: the record was rewritten before it.`]
}

const day = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`
