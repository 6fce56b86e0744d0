/** Does at once what the clock has promised about something urgent. */
import { behindTheRules } from './database.ts'
import { testSecret } from './secret.ts'
import { writeAboutUrgent } from '../src/slices/receipts/jobs.ts'

/**
 * Writes to each worker who is told of something urgent, as the jobs do; their open pages hear of it.
 * @example await writeToAll(database)
 */
export async function writeToAll(own: { ownerUrl: string }): Promise<void> {
  const alerts = await behindTheRules(own, ['urgent_alerts'], client =>
    client.query<{ worker: string; alert: string }>('select worker_id as worker, id as alert from urgent_alerts where mailed_at is null'),
  )
  for (const alert of alerts.rows) await writeAboutUrgent(alert, { secret: testSecret, baseUrl: 'https://kith.example' })
}
