// The e-mails of accounts. They hold a link and nothing about any case.
import { sql } from 'kysely'
import { authDb } from '../../platform/auth-db.ts'
import { sendMail } from '../../platform/mail.ts'
import { settings } from './settings.ts'
import { invitationLink, resetLink } from './links.ts'

/** The transaction that causes the e-mail. */
type Sender = Parameters<typeof sendMail>[0]

/**
 * The link with which a worker begins their account.
 * @example await sendInvitation(db, { to, name, token })
 */
export async function sendInvitation(db: Sender, { to, token, from }: { to: string; token: string; from: string }): Promise<void> {
  await sendMail(db, { to, subject: 'Your Kith account', text: invitationText(from, address(invitationLink(token))) }, settings())
}

/** The words of an invitation. */
const invitationText = (from: string, link: string): string =>
  paragraphs(
    `${from} has made an account for you on Kith, where agencies work together on the same case.`,
    `Choose your password here:\n${link}`,
    'The link works once, for 7 days. If it has stopped working, ask for another.',
    'If you were not expecting this, take no notice of it, and tell your agency.',
  )

/**
 * The link with which somebody chooses a new password. Nobody gets one who may not sign in.
 * @example await sendResetLink(user, token)
 */
export async function sendResetLink({ id, email }: { id: string; email: string }, token: string): Promise<void> {
  const allowed = await sql<{ may: boolean }>`select may_sign_in(${id}) as may`.execute(authDb())
  if (!allowed.rows[0]?.may) return
  const text = paragraphs(
    'Somebody, we hope you, asked for a new password for your Kith account.',
    `Choose it here:\n${address(resetLink(token))}`,
    'The link works once, for an hour. Until you use it, your old password goes on working.',
    'If it was not you, take no notice of this.',
  )
  await sendMail(authDb(), { to: email, subject: 'Choose a new password for Kith', text }, settings())
}

/**
 * Tells somebody that the way they sign in has changed, so that a change by somebody else is noticed.
 * @example await sendNotice(db, email, 'Your password was changed.')
 */
export async function sendNotice(db: Sender, to: string, what: string): Promise<void> {
  const text = paragraphs(
    what,
    'If it was you, there is nothing to do.',
    `If it was not, choose a new password at once and tell your agency:\n${address('/password')}`,
  )
  await sendMail(db, { to, subject: 'Your Kith account has changed', text }, settings())
}

const address = (path: string): string => settings().baseUrl + path
const paragraphs = (...each: string[]): string => `${each.join('\n\n')}\n`
