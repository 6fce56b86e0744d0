// The configuration of the embedded PostgreSQL: safe first, then quick on whatever machine this is.
import { totalmem } from 'node:os'

export interface Tuning {
  readonly socket: string
  readonly port: number | undefined
  readonly durable: boolean
  /** Whether these programs can read again at a start what was in memory at the end. */
  readonly prewarms: boolean
}

/**
 * The text of postgresql.conf.
 * @example writeFileSync('postgresql.conf', postgresConfiguration({ socket: '/tmp', port: undefined, durable: true, prewarms: true }))
 */
export function postgresConfiguration({ socket, port, durable, prewarms }: Tuning): string {
  const lines = Object.entries({
    unix_socket_directories: quoted(socket),
    unix_socket_permissions: '0700',
    listen_addresses: quoted(port ? '127.0.0.1' : ''),
    port: port ?? 5432,
    ...memory(durable),
    // What was in memory when Kith ended is read again when it starts, or the first hour of a large database would be slow.
    ...(durable && prewarms && { shared_preload_libraries: quoted('pg_prewarm') }),
    ...writing(durable),
    ...planning,
    ...logging,
    timezone: `'UTC'`,
    idle_in_transaction_session_timeout: `'5min'`,
  }).map(([name, value]) => `${name} = ${value}`)
  return [
    '# Kith writes this file at every start: put settings of your own into custom.conf beside it.',
    ...lines,
    "include_if_exists = 'custom.conf'",
    '',
  ].join('\n')
}

/**
 * The text of pg_hba.conf: everyone gives a password, and the superuser has none.
 * @example writeFileSync('pg_hba.conf', hostAccess)
 */
export const hostAccess = `local all all scram-sha-256
host all all 127.0.0.1/32 scram-sha-256
`

// A database under test is small, and is started so often that making much memory ready would cost more than it saves.
function memory(durable: boolean) {
  const megabytes = Math.floor(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 1024 ** 2)
  return {
    max_connections: 100,
    // A page touches some ninety tables and indexes: as many locks as this are taken without asking the other processes. What reads the whole record locks each of its months.
    max_locks_per_transaction: 256,
    shared_buffers: `${Math.max(64, Math.min(durable ? 8192 : 128, Math.floor(megabytes / 4)))}MB`,
    effective_cache_size: `${Math.max(128, Math.floor(megabytes * 0.6))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.max(64, Math.min(512, Math.floor(megabytes / 16)))}MB`,
  }
}

// Nothing here streams to a standby, so the log holds what a crash needs and no more.
function writing(durable: boolean) {
  const safe = durable ? 'on' : 'off'
  return {
    fsync: safe,
    synchronous_commit: safe,
    full_page_writes: safe,
    // A database under test is dropped in a moment, and only a superuser may drop one that is being vacuumed.
    autovacuum: safe,
    wal_level: 'minimal',
    max_wal_senders: 0,
    wal_compression: 'pglz',
    max_wal_size: `'2GB'`,
    checkpoint_timeout: `'15min'`,
  }
}

// Each page is a few short queries: compiling them costs more than it saves.
const planning = { jit: 'off', random_page_cost: 1.1, effective_io_concurrency: 64 }

// Statements and details of errors hold people's data, so they stay out of the log.
const logging = {
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length_on_error: 0,
  log_line_prefix: `''`,
  log_checkpoints: 'off',
  lc_messages: `'C'`,
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
