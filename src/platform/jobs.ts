// Jobs: what must happen after a request, promised in the request's own transaction and tried until it is done.
import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import { isBusy } from './db.ts'
import { errorFields, log } from './log.ts'
import type { JobData, JobName } from './queues.ts'
import type { DB } from './tables.ts'
import { turns } from './turns.ts'

export type Jobs = { readonly [N in JobName]?: (data: JobData[N]) => Promise<void> }

let boss: PgBoss | undefined

/** How seldom the second who sends e-mails looks by itself: the first wakes it. */
const idleSeconds = 60

/**
 * Promises a job, in the transaction that causes it.
 * @example await enqueue(db, 'mail', { sealed })
 */
export async function enqueue<N extends JobName>(db: Kysely<DB>, name: N, data: JobData[N]): Promise<void> {
  await sql`select enqueue(${name}, ${JSON.stringify(data)}::jsonb)`.execute(db)
}

/**
 * Begins to carry jobs out, as role kith_jobs, until nothing waits. Called once, when Kith starts.
 * Two at once ask the database, and while people wait for it each lets them go first for so many seconds; two e-mails are on their way beside them, because a mail server may let them wait.
 * PostgreSQL shows its connections as `shownAs`, by which others can tell what this Kith was started with.
 * @example await openJobs(urlFor(database.url, 'kith_jobs', secret), { mail: deliver }, { shownAs: shownAs(config.fileKey) })
 */
export async function openJobs(
  connectionString: string,
  jobs: Jobs,
  { pollSeconds = 2, patientSeconds = 2, shownAs = 'kith jobs' } = {},
): Promise<void> {
  // The owner made the tables, and only the owner may rebuild their indexes.
  boss = new PgBoss({
    connectionString,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    cronWorkerIntervalSeconds: Math.min(Math.max(1, pollSeconds), 45),
    reindex: false,
    max: 3,
    application_name: shownAs,
  })
  // pg-boss tells of a copy of the error, which is none itself.
  boss.on('error', error => log.warn('jobs', errorFields(Object.assign(new Error(), error))))
  await boss.start()
  const inTurn = turns(2)
  const afterPeople = (work: () => Promise<void>) => inTurn(() => nobodyWaits(patientSeconds).then(work))
  for (const [name, work] of Object.entries(jobs) as [JobName, Work][])
    await (name === 'mail'
      ? take(boss, name, work, [pollSeconds, idleSeconds])
      : take(boss, name, data => afterPeople(() => work(data)), [pollSeconds]))
}

type Work = (data: JobData[JobName]) => Promise<void>

/**
 * Takes one job of a kind after another, as many at once as there are intervals in which to look for the first.
 * Each is taken and settled alone, and not in a batch: of one e-mail or two, and no more, nobody knows whether they were sent when the process is killed.
 */
async function take(boss: PgBoss, name: JobName, work: Work, intervals: number[]): Promise<void> {
  const takers: string[] = []
  const carry = async ([job]: { data: JobData[JobName] }[]) => {
    // Where one was found there may be more: nobody waits for the next look.
    for (const taker of takers) boss.notifyWorker(taker)
    if (job) await told(name, () => work(job.data))
  }
  for (const pollingIntervalSeconds of intervals) takers.push(await boss.work<JobData[JobName]>(name, { pollingIntervalSeconds }, carry))
}

/** Ends when nobody waits for the database any more, or after so many seconds. */
async function nobodyWaits(seconds: number): Promise<void> {
  for (const until = performance.now() + seconds * 1000; isBusy() && performance.now() < until; ) await pause(50)
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
