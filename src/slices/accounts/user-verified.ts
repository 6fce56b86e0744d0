// Only passkeys that check who holds them are taken.
import { APIError } from 'better-auth/api'

/**
 * For the passkey plugin: a key that anybody who finds it could use takes the place of no password.
 * @example passkey({ authentication: { afterVerification: mustKnowItsHolder } })
 */
export function mustKnowItsHolder({
  verification,
}: {
  verification: { authenticationInfo?: { userVerified: boolean }; registrationInfo?: { userVerified: boolean } | undefined }
}): void {
  const { userVerified } = verification.authenticationInfo ?? verification.registrationInfo ?? { userVerified: false }
  if (!userVerified) throw new APIError('UNAUTHORIZED', { message: 'This passkey did not check who you are.' })
}
