/** node bench/record.ts [ROWS]: seals and verifies a record of so many rows (10,000,000), then alters one and verifies again. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { auditKey } from '../src/platform/audit-key.ts'
import { log, setLogLevel } from '../src/platform/log.ts'
import { migrate, urlFor } from '../src/platform/migrate.ts'
import { openPostgres } from '../src/platform/postgres.ts'
import { root } from '../src/platform/root.ts'
import { connectSystem, disconnectSystem } from '../src/platform/system-db.ts'
import { sealAll } from '../src/slices/audit/seals/seal.ts'
import { verify } from '../src/slices/audit/seals/verify.ts'

const rows = Number(process.argv[2] ?? 10_000_000)
const secret = 'only for measuring, and nowhere else, 7c1f0d2b96'
const key = auditKey(secret)
const dataDir = join(root, '.kith', 'bench-record')
setLogLevel('error')
mkdirSync(dataDir, { recursive: true, mode: 0o711 })
const postgres = await openPostgres({ dataDir, log, durable: false, say: () => {} })
const client = new pg.Client({ connectionString: postgres.url })
try {
  await migrate(postgres.url, secret)
  await client.connect()
  await timed(`loading ${rows.toLocaleString('en-GB')} looks of a year`, load)
  connectSystem({ connectionString: urlFor(postgres.url, 'kith_clock', secret), max: 1 })
  await timed('sealing', () => sealAll(key))
  const sound = await timed('verifying', check)
  console.log(
    `  ${sound.rows.toLocaleString('en-GB')} rows, ${sound.batches} batches, ${sound.faults.length} faults; memory at its highest ${peak()} MB`,
  )
  await client.query(
    `update looks set words = words || '.' where turn = $1 and id = (select id from looks where turn = $1 order by id limit 1)`,
    [Math.floor(rows / 6) - rows],
  )
  const altered = await timed('verifying with one row altered', check)
  console.log(`  ${altered.faults.join('\n  ')}`)
} finally {
  await disconnectSystem()
  await client.end()
  await postgres.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Three rows to a transaction, as many workers would leave them. The indexes that pages read are left out: neither sealing nor verifying needs them. */
async function load(): Promise<void> {
  await client.query(`alter table looks no force row level security; alter table audit_seals no force row level security; grant all on looks, audit_seals to current_user;
    select lay_months('looks', current_date - 365, current_date); alter table looks drop constraint looks_pkey;
    do $$ declare index text; begin
      for index in select indexrelid::regclass from pg_index where indrelid = 'looks'::regclass loop execute 'drop index ' || index; end loop; end $$`)
  await client.query(`insert into looks (id, kind, subject_id, case_id, worker_id, agency_id, at, turn, address, device)
    select uuidv7(), 'case', c, c, uuidv7(), uuidv7(), now() - interval '365 days' * (1 - n::float8 / ${rows}), n / 3 - ${rows}, '203.0.113.' || n % 255, 'Firefox on Windows'
    from (select n, uuidv7() as c from generate_series(1, ${rows}) n) made`)
  await client.query('create index on looks (turn); analyze looks')
}

async function check() {
  await client.query('begin isolation level repeatable read read only')
  const verdict = await verify(client, { keys: [key.name] })
  await client.query('commit')
  return verdict
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

function peak(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
