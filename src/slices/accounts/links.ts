// Addresses of sign-in and of one's own account.

export const signInLink = (next?: string, carried?: string) => {
  const query = new URLSearchParams({ ...(next && next !== '/' && { next }), ...(carried && { carried }) }).toString()
  return query ? `/sign-in?${query}` : '/sign-in'
}
export const codeLink = '/sign-in/code'
export const demonstrationSignInLink = '/demonstration/sign-in'
export const signOutLink = '/sign-out'
export const forgottenLink = '/password'
export const accountLink = '/account'
