/** The two jobs of reminders: each morning whom to ask, as the system actor; then one for each worker, as that worker. */
import { sql } from 'kysely'
import type { Config } from '../../platform/config.ts'
import { asWorker } from '../../platform/db.ts'
import { SignInNeeded } from '../../platform/errors.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { log } from '../../platform/log.ts'
import { sendMail } from '../../platform/mail.ts'
import type { JobData } from '../../platform/queues.ts'
import { asSystem } from '../../platform/system-db.ts'
import { bankHolidaysKnownUntil, isWorkingDay, nextWorkingDay } from '../../platform/working-days.ts'
import { countWaiting, escalation } from '../plan/index.ts'
import { digestOf } from './digest.ts'
import { findChosenKinds } from './queries.ts'

type ReminderSettings = Pick<Config, 'secret' | 'baseUrl' | 'bankHolidays'>

/**
 * The jobs of reminders, for openJobs.
 * @example await openJobs(url, { mail: mailer(config()), ...reminderJobs(config()) })
 */
export function reminderJobs(settings: ReminderSettings): Jobs {
  return {
    reminders: async () => {
      const today = await asSystem(
        'reminders',
        async db => (await sql<Today>`select current_date::text as today`.execute(db)).rows[0]?.today ?? '',
      )
      if (today > bankHolidaysKnownUntil) log.warn('bank holidays are no longer known', { until: bankHolidaysKnownUntil })
      if (isWorkingDay(today, settings.bankHolidays)) await promiseReminders(nextWorkingDay(today, settings.bankHolidays))
    },
    reminder: job => remind(job, settings),
  }
}

interface Today {
  today: string
}

/**
 * Promises a job for each worker who may have something waiting until that day: all of them in one transaction, or none.
 * @example await promiseReminders('2026-11-25')
 */
export async function promiseReminders(until: string): Promise<void> {
  await asSystem('reminders', db =>
    sql`
      with given as (select assigned_to as principal from tasks where due_on <= ${until}),
      owned as (select owner_id as principal from tasks where due_on < current_date - ${sql.lit(escalation.ownersAfterDays)}),
      leaders as (select c.lead_worker_id as worker from cases c join tasks t on t.case_id = c.id
        where t.due_on < current_date - ${sql.lit(escalation.leadAfterDays)}),
      whom as (
        select principal as worker from given union select worker from leaders
        union select m.worker_id from team_members m where m.team_id in (select principal from given union select principal from owned))
      select enqueue('reminder', jsonb_build_object('worker', w.id, 'today', current_date, 'until', ${until}::text))
        from whom join workers w on w.id = whom.worker where not exists (select from digests d where d.worker_id = w.id)`.execute(db),
  )
}

/**
 * Counts what waits for one worker, as that worker, and promises the e-mail: once a day, whatever runs twice.
 * @example await remind({ worker: cast.tom, today: '2026-11-24', until: '2026-11-25' }, config())
 */
export async function remind({ worker, today, until }: JobData['reminder'], settings: ReminderSettings): Promise<void> {
  try {
    await asWorker(worker, async db => {
      const digest = digestOf(await countWaiting(db, until), await findChosenKinds(db), { today, until }, settings.baseUrl)
      if (!digest) return
      const { email } = await db.selectFrom('workers').select('email').where('id', '=', worker).executeTakeFirstOrThrow()
      // Another process that is at the same reminder waits here for this one, and then finds it noted.
      const noted =
        await sql`insert into digests (worker_id, day) select ${worker}, ${today} where current_date = ${today} on conflict do nothing`.execute(
          db,
        )
      if (noted.numAffectedRows) await sendMail(db, { ...digest, to: email, reminder: { worker, today } }, settings)
    })
  } catch (error) {
    // Whoever left or was suspended since is told nothing.
    if (!(error instanceof SignInNeeded)) throw error
  }
}
