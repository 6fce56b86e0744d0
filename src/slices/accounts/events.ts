/** What happens to accounts, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

const ways: Record<string, string> = {
  password: 'with a password',
  code: 'with a password and a code',
  recovery_code: 'with a recovery code',
  passkey: 'with a passkey',
  demonstration: 'to the demonstration',
  invitation: 'for the first time',
}

const tried: Record<string, string> = { password: 'wrong password', code: 'wrong code', passkey: 'passkey', invitation: 'spent invitation' }

export const sentences: Sentences = {
  signed_in: ({ detail }) => `signed in ${ways[String(detail.way)] ?? ''}`.trim(),
  signed_out: () => 'signed out',
  sign_in_failed: ({ detail }) => `tried to sign in and failed (${tried[String(detail.way)] ?? 'password'})`,
  sign_in_locked: () => 'tried to sign in, too often',
  reset_asked: () => 'asked for a new password',
  password_reset: () => 'chose a new password with a link',
  password_changed: () => 'changed their password',
  app_added: () => 'turned on codes from an app',
  app_removed: () => 'turned off codes from an app',
  recovery_codes_made: () => 'made new recovery codes',
  passkey_added: () => 'added a passkey',
  passkey_named: () => 'named a passkey',
  passkey_removed: () => 'removed a passkey',
  session_ended: () => 'signed out another device',
  sessions_ended: () => 'signed out everywhere else',
}
