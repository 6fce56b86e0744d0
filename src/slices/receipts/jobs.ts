/** What the clock does for receipts: something urgent that nobody opened in time goes to the whole team. */
import { sql } from 'kysely'
import type { Config } from '../../platform/config.ts'
import { asWorker } from '../../platform/db.ts'
import { SignInNeeded } from '../../platform/errors.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { sendMail } from '../../platform/mail.ts'
import type { JobData } from '../../platform/queues.ts'
import { asSystem } from '../../platform/system-db.ts'
import { listUrgentAlerts } from './today-queries.ts'

type UrgentSettings = Pick<Config, 'secret' | 'baseUrl'>

/** The jobs of receipts, for openJobs. */
export const receiptJobs = (settings: UrgentSettings): Jobs => ({
  receipts: tellWholeTeams,
  urgent: job => writeAboutUrgent(job, settings),
})

/**
 * Notes whom to tell, and promises a job for each of them: all in one transaction, and nobody twice.
 * @example await tellWholeTeams()
 */
export async function tellWholeTeams(): Promise<void> {
  await asSystem('receipts', db =>
    sql`select enqueue('urgent', jsonb_build_object('worker', told.worker_id, 'alert', told.alert_id)) from tell_whole_teams() told`.execute(
      db,
    ),
  )
}

/**
 * Promises one e-mail, as its reader: none when somebody has opened it by now, or it is shut to them.
 * @example await writeAboutUrgent({ worker: cast.tom, alert }, config())
 */
export async function writeAboutUrgent({ worker, alert }: JobData['urgent'], settings: UrgentSettings): Promise<void> {
  try {
    await asWorker(worker, async db => {
      if (!(await listUrgentAlerts(db)).some(one => one.id === alert)) return
      const { email } = await db.selectFrom('workers').select('email').where('id', '=', worker).executeTakeFirstOrThrow()
      const noted = await db.updateTable('urgentAlerts').set({ mailedAt: sql<Date>`now()` }).where('id', '=', alert).executeTakeFirst()
      if (noted.numUpdatedRows)
        await sendMail(db, { to: email, subject: 'Kith: something urgent waits', text: letter(settings.baseUrl) }, settings)
    })
  } catch (error) {
    // Whoever left or was suspended since is told nothing.
    if (!(error instanceof SignInNeeded)) throw error
  }
}

const letter = (baseUrl: string): string =>
  `Something urgent waits for you or your team, and nobody has opened it in time.

Sign in to see it:
${baseUrl}/

E-mail is not a safe place, so this says no more.
`
