// What the forms of sign-in and of one's own account take, and what they say when it does not fit.
import { z } from 'zod'
import { isGuessable } from './guessable.ts'

const emailWords = 'Enter an e-mail address, like name@agency.gov.uk.'
const email = z.string(emailWords).trim().toLowerCase().pipe(z.email(emailWords).max(254, emailWords))
const next = z.string().max(1000).optional().catch(undefined)
const carried = z.uuid().optional().catch(undefined)

/** Where a sign-in leads, carried from step to step. */
export const onward = z.object({ next, carried })
export type Onward = z.output<typeof onward>

export const carriedFormChoice = onward.extend({ choice: z.enum(['send', 'drop'], 'Choose whether it is sent.') })

export const signInForm = onward.extend({
  email,
  password: z.string('Enter your password.').min(1, 'Enter your password.').max(200, 'A password has 200 characters at most.'),
})

const codeWords = 'Enter the 6 digits of your app, or one recovery code.'
export const codeForm = onward.extend({ code: z.string(codeWords).trim().min(1, codeWords).max(40, codeWords) })

export const demonstrationForm = onward.extend({ user: z.uuid('Choose somebody from the list.') })

export const forgottenForm = z.object({ email })

export const easyToGuess = 'That password is easy to guess: many people use it, or one like it. Three random words work well.'

/** Long rather than strange: three random words are easy to keep and hard to guess. */
const newPassword = z
  .string('Choose a password.')
  .min(12, 'Choose a password of 12 characters or more. Three random words work well.')
  .max(200, 'A password has 200 characters at most.')
  .refine(typed => !isGuessable(typed), easyToGuess)

export const newPasswordForm = z.object({ password: newPassword })

const yourPassword = z.string('Enter your password.').min(1, 'Enter your password.').max(200, 'Enter your password.')

export const changePasswordForm = z.object({ current: yourPassword, password: newPassword })
export const confirmForm = z.object({ current: yourPassword })
export const appCodeForm = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{3} ?\d{3}$/, 'Enter the 6 digits that the app shows now.')
    .transform(typed => typed.replace(' ', '')),
})
export const passkeyNameForm = z.object({
  name: z
    .string('Enter a name for this passkey.')
    .trim()
    .min(1, { error: 'Enter a name for this passkey.', abort: true })
    .max(60, { error: 'Use 60 characters or fewer.', abort: true }),
})
export const passkeyOptionsForm = z.object({ current: z.string().max(200).optional() })
export const passkeyForm = onward.extend({ response: z.string().max(20_000) })
const noPasskey = 'Your browser made no passkey. Try again, or try another browser.'
/** The browser is asked for a passkey once the name is right: before that it is not said to have made none. */
export const addPasskeyForm = passkeyNameForm
  .extend({ response: z.string().max(20_000).default('') })
  .refine(({ response }) => response.length > 1, { path: ['response'], message: noPasskey })
