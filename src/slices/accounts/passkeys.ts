// Passkeys: adding one, signing in with one. Only those that check who holds them are taken.
import type { Context } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import { auth } from './auth.ts'
import { passedOn, takeCookies } from './sign-in.ts'

export interface OwnPasskey {
  id: string
  name: string
  addedAt: Date | null
}

/**
 * The passkeys of an account, oldest first.
 * @example const passkeys = await listPasskeys(me.userId)
 */
export async function listPasskeys(userId: string): Promise<OwnPasskey[]> {
  const found = await authDb()
    .selectFrom('passkeys')
    .select(['id', 'name', 'createdAt'])
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .execute()
  return found.map(({ id, name, createdAt }) => ({ id, name: name ?? 'Passkey', addedAt: createdAt }))
}

/**
 * What the browser needs to sign in with a passkey.
 * @example return c.json(await signInOptions(c))
 */
export async function signInOptions(c: Context): Promise<object> {
  return {
    ...(await taken(c, await auth().api.generatePasskeyAuthenticationOptions({ headers: passedOn(c, 'signing in'), asResponse: true }))),
    userVerification: 'required',
  }
}

/**
 * What the browser needs to make a passkey.
 * @example return c.json(await newPasskeyOptions(c))
 */
export async function newPasskeyOptions(c: Context): Promise<object> {
  return taken(c, await auth().api.generatePasskeyRegistrationOptions({ headers: passedOn(c), asResponse: true }))
}

/**
 * Checks what the browser made of signInOptions; null when it does not fit.
 * @example const response = await checkPasskey(c, typed)
 */
export async function checkPasskey(c: Context, typed: string): Promise<Response | null> {
  const response = reading(typed)
  if (!response) return null
  const answer = await auth().api.verifyPasskeyAuthentication({
    body: { response: response as never },
    headers: passedOn(c, 'signing in'),
    asResponse: true,
  })
  return answer.ok ? answer : null
}

/**
 * Keeps the passkey that the browser made; null when it does not fit.
 * @example await addPasskey(c, typed, 'My phone')
 */
export async function addPasskey(c: Context, typed: string, name: string): Promise<Response | null> {
  const response = reading(typed)
  if (!response) return null
  const answer = await auth().api.verifyPasskeyRegistration({ body: { response, name }, headers: passedOn(c), asResponse: true })
  return answer.ok ? answer : null
}

/** The passkey that an answer of a browser names, to count tries at it. */
export const passkeyIn = (typed: string): string => String(reading(typed)?.id ?? '').slice(0, 200)

async function taken(c: Context, answer: Response): Promise<object> {
  takeCookies(c, answer)
  return (await answer.json()) as object
}

function reading(typed: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(typed)
    return typeof value === 'object' ? (value as Record<string, unknown> | null) : null
  } catch {
    return null
  }
}
