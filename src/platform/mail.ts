// E-mail: promised in the transaction that causes it, sent by a job, through SMTP or, outside production, into a folder.
import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { Query } from './as-owner.ts'
import { type Config, config } from './config.ts'
import { asWorker, newId } from './db.ts'
import { SignInNeeded } from './errors.ts'
import { enqueue } from './jobs.ts'
import { type Resealed, reseal, seal, unseal } from './sealed.ts'
import type { DB } from './tables.ts'
import { mailServer } from './wires.ts'

export interface Mail {
  to: string
  subject: string
  /** Plain text. Never anything about a case or a person in one. */
  text: string
  /** Set for a reminder: it goes out on its day only, and only to a worker who still works here. */
  reminder?: { worker: string; today: string }
}

type MailSettings = Pick<Config, 'secret' | 'smtpUrl' | 'mailFrom' | 'dataDir'>

/**
 * Promises an e-mail: it goes out once the transaction is committed, and not at all when it fails.
 * @example await sendMail(db, { to: worker.email, subject: 'Your Kith account', text })
 */
export async function sendMail(db: Kysely<DB>, mail: Mail, { secret }: Pick<Config, 'secret'> = config()): Promise<void> {
  const sealed = seal(secret, 'mail', Buffer.from(JSON.stringify(mail)))
  await enqueue(db, 'mail', { sealed: sealed.toString('base64') })
}

/**
 * The job that sends e-mails, for openJobs.
 * @example await openJobs(url, { mail: mailer(config()) })
 */
export function mailer(settings: MailSettings): (data: { sealed: string }) => Promise<void> {
  const post = settings.smtpUrl ? throughSmtp(settings.smtpUrl) : intoFolder(settings)
  return async ({ sealed }) => {
    const { reminder, ...mail } = JSON.parse(unseal(settings.secret, 'mail', Buffer.from(sealed, 'base64')).toString()) as Mail
    if (!reminder || (await isStillWanted(reminder))) await post({ ...letter(mail, settings.mailFrom), messageId: idFor(sealed) })
  }
}

/**
 * Seals the e-mails that wait under another secret, in the owner's transaction.
 * @example await resealMails(query, { now, before }, counts)
 */
export async function resealMails(query: Query, keys: { now: string; before: string }, counts: Resealed): Promise<void> {
  const { rows } = await query<{ id: string; sealed: string }>(`select id, data ->> 'sealed' as sealed from jobs.job where name = 'mail'`)
  for (const { id, sealed } of rows) {
    const opens = (secret: string) => unseal(secret, 'mail', Buffer.from(sealed, 'base64'))
    const anew = await reseal(counts, { opens, seals: open => seal(keys.now, 'mail', open) }, keys)
    if (anew) await query(`update jobs.job set data = $2 where name = 'mail' and id = $1`, [id, { sealed: anew.toString('base64') }])
  }
}

/** Where e-mails lie when there is no mail server. */
export const mailFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'mail')

async function isStillWanted({ worker, today }: NonNullable<Mail['reminder']>): Promise<boolean> {
  const now = () => asWorker(worker, async db => (await sql<{ is: boolean }>`select current_date = ${today} as is`.execute(db)).rows[0]?.is)
  return (await now().catch(error => (error instanceof SignInNeeded ? false : Promise.reject(error)))) ?? false
}

/** The same however often a job is tried, so that mail servers and programs can tell an e-mail that came twice. */
const idFor = (sealed: string): string => `<${createHash('sha256').update(sealed).digest('hex').slice(0, 32)}@kith>`

function throughSmtp(smtpUrl: string) {
  const transport: Transporter = createTransport(mailServer(smtpUrl))
  return async (message: SendMailOptions) => {
    await transport.sendMail(message)
  }
}

function intoFolder(settings: MailSettings) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return async (mail: SendMailOptions) => {
    const { message } = await transport.sendMail(mail)
    await mkdir(mailFolder(settings), { recursive: true, mode: 0o700 })
    await writeFile(join(mailFolder(settings), `${newId()}.eml`), message as Buffer, { mode: 0o600 })
  }
}

/** Answers of machines ("out of office") would only wander about. Nothing is fetched from an address or a folder to be put into it. */
const letter = (mail: Mail, from: string) => ({
  ...mail,
  from,
  disableUrlAccess: true,
  disableFileAccess: true,
  headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
})
