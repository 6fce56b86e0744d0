/** Reads a form in which somebody chooses a password: none that is known to be stolen is taken. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { errorFields, log } from '../../platform/log.ts'
import { easyToGuess } from './inputs.ts'
import { settings } from './settings.ts'
import { isStolen } from './stolen-list.ts'

/**
 * What parse gives; throws Invalid also when the list of KITH_STOLEN_PASSWORDS has the password, or cannot be read just now.
 * @example const { password } = await parseNewPassword(c, newPasswordForm)
 */
export async function parseNewPassword<S extends z.ZodType<{ password: string }>>(c: Context, schema: S): Promise<z.output<S>> {
  const input = await parse(c, schema)
  const list = settings().stolenPasswords
  if (list && (await isStolen(input.password, list).catch(cannotSay))) throw new Invalid({ password: easyToGuess })
  return input
}

function cannotSay(error: unknown): never {
  log.error('the list of stolen passwords cannot be read', errorFields(error))
  throw new Invalid({ password: 'New passwords cannot be checked just now. Nothing was changed; try again in a few minutes.' }, {})
}
