// Lays the tables of jobs in a schema of their own, as the database's owner, beside the tables that the access rules guard.
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { heartbeatSeconds, queues } from './queues.ts'

/**
 * Brings the schema `jobs` to the version of pg-boss that is installed, with a queue for every kind of job.
 * @example await layJobs(client, ownerUrl)
 */
export async function layJobs(client: pg.Client, ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: 'jobs', supervise: false, schedule: false, reindex: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    for (const [name, { clock, ...options }] of Object.entries(queues)) {
      const queue = { ...options, heartbeatSeconds }
      await boss.createQueue(name, queue)
      await boss.updateQueue(name, queue)
      if (clock) await boss.schedule(name, clock, {}, { tz: 'Europe/London', missed: 'once' })
    }
    const kept = Object.entries(queues).flatMap(([name, { clock }]) => (clock ? [name] : []))
    for (const { name } of await boss.getSchedules()) if (!kept.includes(name)) await boss.unschedule(name)
  } finally {
    await boss.stop({ graceful: false })
  }
  await client.query(doors)
}

// Pages may put a job in and can read none; whoever carries them out reads jobs and no other table.
const doors = `
  grant usage on schema jobs to kith_jobs;
  grant select, insert, update, delete on all tables in schema jobs to kith_jobs;
  grant execute on all functions in schema jobs to kith_jobs;
  create or replace function enqueue(kind text, work jsonb) returns void
    language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
    insert into jobs.job (name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, heartbeat_seconds, deletion_seconds, keep_until)
      select q.name, work, q.policy, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.heartbeat_seconds, q.deletion_seconds,
        now() + q.retention_seconds * interval '1 second'
      from jobs.queue q where q.name = kind
  $$;
  comment on function enqueue is 'Puts a job in, in the transaction of whatever caused it: either both happen or neither.';
  revoke all on function enqueue from public;
  grant execute on function enqueue to kith_app, kith_auth;
`
