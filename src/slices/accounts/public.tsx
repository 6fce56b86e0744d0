// Pages for people who are not signed in.
import type { Context } from 'hono'
import type { Child } from '#jsx/element'
import type { FieldErrors, FormValues } from '../../platform/errors.ts'
import { Invalid } from '../../platform/errors.ts'
import { themeOf } from '../../platform/theme-cookie.ts'
import { Surroundings } from '../../ui/index.ts'
import { Locked } from './attempts.ts'
import { settings } from './settings.ts'

/**
 * Answers with a page that needs nobody to be signed in.
 * @example return sayPublic(c, <SignInPage … />)
 */
export function sayPublic(c: Context, page: Child, status: 200 | 404 | 422 = 200): Response | Promise<Response> {
  const surrounded = (
    <Surroundings.Provider value={{ theme: themeOf(c), refused: status === 422, demonstration: settings().demonstration }}>
      {page}
    </Surroundings.Provider>
  )
  return c.html(String(surrounded), status)
}

/**
 * What a form shows again after it was refused; any other error goes on. Passwords and codes are never sent back.
 * @example const refused = refusal(error, 'email')
 */
export function refusal(error: unknown, field: string): { errors: FieldErrors; values: FormValues } {
  if (error instanceof Locked) return { errors: { [field]: 'There were too many tries. Wait 15 minutes and try again.' }, values: {} }
  if (!(error instanceof Invalid)) throw error
  const { password: _password, current: _current, code: _code, ...values } = error.values
  return { errors: error.errors, values }
}
