// What the forms of sign-in and of one's own account take, and what they say when it does not fit.
import { z } from 'zod'

const email = z.string().trim().toLowerCase().pipe(z.email('Enter your e-mail address, like name@agency.gov.uk').max(254, 'Enter your e-mail address, like name@agency.gov.uk'))
const next = z.string().max(1000).optional().catch(undefined)
const carried = z.uuid().optional().catch(undefined)

/** Where a sign-in leads, carried from step to step. */
export const onward = z.object({ next, carried })
export type Onward = z.output<typeof onward>

export const signInForm = onward.extend({
  email,
  password: z.string('Enter your password').min(1, 'Enter your password').max(200, 'A password has 200 characters at most'),
})

export const codeForm = onward.extend({
  code: z.string('Enter the code').trim().min(1, 'Enter the code').max(40, 'Enter the 6 digits of your app, or one recovery code'),
})

export const demonstrationForm = onward.extend({ user: z.uuid('Choose somebody from the list') })
