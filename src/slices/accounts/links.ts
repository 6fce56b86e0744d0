// Addresses of sign-in and of one's own account.

const query = (next?: string, carried?: string) => {
  const asked = new URLSearchParams({ ...(next && next !== '/' && { next }), ...(carried && { carried }) }).toString()
  return asked && `?${asked}`
}

/**
 * Where to sign in, and where that leads.
 * @example signInLink('/cases') // /sign-in?next=%2Fcases
 */
export const signInLink = (next?: string, carried?: string) => `/sign-in${query(next, carried)}`
export const codeLink = (next?: string, carried?: string) => `/sign-in/code${query(next, carried)}`
/** Where the writer of a form that came too late says whether it is sent. */
export const carriedFormLink = (id: string, next?: string) => `/carried-forms/${id}${query(next)}`
export const demonstrationSignInLink = '/demonstration/sign-in'
export const signOutLink = '/sign-out'
export const forgottenLink = '/password'
export const resetLink = (token: string) => `/password/${token}`
export const invitationLink = (token: string) => `/invitations/${token}`
export const accountLink = '/account'
export const passwordLink = '/account/password'
export const appLink = '/account/app'
export const appCodeLink = '/account/app/code'
export const appRemovalLink = '/account/app/removal'
export const recoveryCodesLink = '/account/recovery-codes'
export const passkeysLink = '/account/passkeys'
export const passkeyLink = (id: string, act: 'name' | 'removal') => `/account/passkeys/${id}/${act}`
export const sessionLink = (id: string) => `/account/sessions/${id}/end`
export const sessionsLink = '/account/sessions/end'
/** Answered by the slice reminders. */
export const remindersLink = '/account/reminders'
export const devMailLink = (name = '') => (name ? `/dev/mail/${name}` : '/dev/mail')
