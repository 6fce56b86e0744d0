// Every kind of job, what it carries, and how long it is tried again.

/** What each kind of job carries: ids, and sealed text where a text must travel. */
export interface JobData {
  /** An e-mail, sealed: it may hold a link that signs somebody in. */
  mail: { sealed: string }
  /** Each morning: who is to be reminded. */
  reminders: Record<string, never>
  /** One worker's reminder, on a day such as 2026-11-24, of what is due until the next working day. */
  reminder: { worker: string; today: string; until: string }
  /** The record is sealed up to this minute. */
  seal: Record<string, never>
  /** The record gets its parts for the months to come. */
  months: Record<string, never>
  /** What was odd in the looks of the last week is flagged. */
  patterns: Record<string, never>
  /** What ended by the clock is recalled from those who had it. */
  recalls: Record<string, never>
  /** Something urgent that nobody opened in time goes to the whole team. */
  receipts: Record<string, never>
  /** One worker is written to about something urgent. */
  urgent: { worker: string; alert: string }
  /** What a search touched is told to those who hold it; the look carries the words. */
  search: { look: string }
}

export type JobName = keyof JobData

interface Queue {
  retryLimit: number
  retryDelay: number
  retryBackoff: boolean
  retryDelayMax?: number
  /** Jobs wait this long to be taken; then they are given up. */
  retentionSeconds: number
  /** Jobs that are over are forgotten after this long. */
  deleteAfterSeconds: number
  /** When the clock puts one in by itself, as cron writes it, in London. One missed while Kith was down is put in once it is up. */
  clock?: string
}

/** Whoever carries a job out shows within so many seconds that it is still there. Who has been killed does not, and the job is carried out by another within two minutes, and not in a quarter of an hour. */
export const heartbeatSeconds = 30

const patiently: Queue = {
  retryLimit: 20,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 1800,
  retentionSeconds: 86400,
  deleteAfterSeconds: 600,
}

/** How each kind is tried: a mail server that is away for a day costs nobody their invitation. */
export const queues: Record<JobName, Queue> = {
  mail: { retryLimit: 36, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, retentionSeconds: 3 * 86400, deleteAfterSeconds: 600 },
  reminders: { clock: '0 8 * * *', ...patiently },
  reminder: patiently,
  search: patiently,
  urgent: patiently,
  // What one minute misses the next one seals.
  seal: { retryLimit: 0, retryDelay: 0, retryBackoff: false, retentionSeconds: 60, deleteAfterSeconds: 60, clock: '* * * * *' },
  months: { retryLimit: 20, retryDelay: 60, retryBackoff: true, retentionSeconds: 86400, deleteAfterSeconds: 600, clock: '40 2 * * *' },
  patterns: { retryLimit: 20, retryDelay: 60, retryBackoff: true, retentionSeconds: 86400, deleteAfterSeconds: 600, clock: '50 2 * * *' },
  // What one round misses the next one finds.
  recalls: { retryLimit: 0, retryDelay: 0, retryBackoff: false, retentionSeconds: 300, deleteAfterSeconds: 60, clock: '*/5 * * * *' },
  receipts: { retryLimit: 0, retryDelay: 0, retryBackoff: false, retentionSeconds: 300, deleteAfterSeconds: 60, clock: '*/5 * * * *' },
}
