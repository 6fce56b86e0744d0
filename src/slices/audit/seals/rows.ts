/** Rows of the record as hashes, read by whoever verifies: by no function that is kept in the database, which might have been altered too. */
import type pg from 'pg'

/** Form 1: what `leaf_of` in policies.sql hashes, in PostgreSQL's own binary form. */
const leaf = {
  deed: `pg_catalog.sha256('\\x00'::bytea || pg_catalog.record_send(row('deed'::text, id, at, kind, case_id, subject_id, worker_id, agency_id, address, device, detail, side, category, restricted, about_people)))`,
  look: `pg_catalog.sha256('\\x00'::bytea || pg_catalog.record_send(row('look'::text, id, at, kind, case_id, subject_id, worker_id, agency_id, address, device, words, side, category, restricted)))`,
}

const within = `turn >= $1 and turn < $2`

/** The least turn that can be. */
export const firstTurn = '-9223372036854775808'

/**
 * The hashes of the rows of several batches at once, by the turn at which each stretch begins. `bounds` rise.
 * @example const leaves = await leavesBetween(client, [0, 50, 120]) // stretches 0–49 and 50–119, if they hold rows
 */
export async function leavesBetween(client: pg.Client, bounds: (number | string)[]): Promise<Map<number, Buffer>> {
  const { rows } = await client.query<{ stretch: number; leaves: Buffer }>({
    name: 'leaves',
    text: `select pg_catalog.width_bucket(turn, $3::bigint[])::int as stretch, pg_catalog.string_agg(leaf, ''::bytea order by turn, id) as leaves
      from (select turn, id, ${leaf.deed} as leaf from public.events where ${within}
        union all select turn, id, ${leaf.look} from public.looks where ${within}) found group by 1`,
    values: [bounds[0], bounds.at(-1), bounds],
  })
  return new Map(rows.map(row => [row.stretch - 1, row.leaves]))
}

export interface FoundRow {
  what: 'deed' | 'look'
  id: string
  at: Date
  kind: string
  leaf: Buffer
}

/**
 * Each row of one stretch by itself, in order: to tell which of them it was.
 * @example const found = await rowsBetween(client, seal.fromTurn, seal.untilTurn)
 */
export async function rowsBetween(client: pg.Client, from: number | string, until: number | string): Promise<FoundRow[]> {
  const { rows } = await client.query<FoundRow>(
    `select what, id, at, kind, leaf from (
      select 'deed' as what, turn, id, at, kind, ${leaf.deed} as leaf from public.events where ${within}
      union all select 'look', turn, id, at, kind, ${leaf.look} from public.looks where ${within}) found order by turn, id`,
    [from, until],
  )
  return rows
}

/**
 * How many rows wait for a seal, and since when.
 * @example const { rows, since } = await unsealed(client, lastSeal.untilTurn)
 */
export async function unsealed(client: pg.Client, from: number | string): Promise<{ rows: number; since: Date | null }> {
  const { rows } = await client.query<{ rows: number; since: Date | null }>(
    `select count(*)::int as rows, min(at) as since from (select at from public.events where turn >= $1 union all select at from public.looks where turn >= $1) waiting`,
    [from],
  )
  return rows[0] ?? { rows: 0, since: null }
}
