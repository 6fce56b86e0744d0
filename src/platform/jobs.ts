// Jobs: what must happen after a request, promised in the request's own transaction and tried until it is done.
import { type Kysely, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { errorFields, log } from './log.ts'
import type { JobData, JobName } from './queues.ts'
import type { DB } from './tables.ts'

export type Jobs = { readonly [N in JobName]?: (data: JobData[N]) => Promise<void> }

let boss: PgBoss | undefined

/**
 * Promises a job, in the transaction that causes it.
 * @example await enqueue(db, 'mail', { sealed })
 */
export async function enqueue<N extends JobName>(db: Kysely<DB>, name: N, data: JobData[N]): Promise<void> {
  await sql`select enqueue(${name}, ${JSON.stringify(data)}::jsonb)`.execute(db)
}

/**
 * Begins to carry jobs out, as role kith_jobs. Called once, when Kith starts.
 * @example await openJobs(urlFor(database.url, 'kith_jobs', secret), { mail: deliver })
 */
export async function openJobs(connectionString: string, jobs: Jobs, { pollSeconds = 2 } = {}): Promise<void> {
  // The owner made the tables, and only the owner may rebuild their indexes.
  boss = new PgBoss({
    connectionString,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    cronWorkerIntervalSeconds: Math.max(1, pollSeconds),
    reindex: false,
    max: 3,
    application_name: 'kith jobs',
  })
  // pg-boss tells of a copy of the error, which is none itself.
  boss.on('error', error => log.warn('jobs', errorFields(Object.assign(new Error(), error))))
  await boss.start()
  for (const [name, work] of Object.entries(jobs) as [JobName, (data: unknown) => Promise<void>][]) {
    await boss.work<JobData[JobName]>(name, { pollingIntervalSeconds: pollSeconds }, async ([job]) => {
      if (job) await told(name, () => (work as (data: unknown) => Promise<void>)(job.data))
    })
  }
}

/** Ends when the jobs under way are done. */
export async function closeJobs(): Promise<void> {
  await boss?.stop({ graceful: true, timeout: 10_000 })
  boss = undefined
}

/** A job that fails is tried again by pg-boss; the log says so without saying what it carried. */
async function told(name: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    log.warn('job failed', { job: name, ...errorFields(error) })
    throw new Error('The job failed.', { cause: error })
  }
}
