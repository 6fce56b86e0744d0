/** How what somebody typed becomes a value, or a sentence beside the field that says how to mend it. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { type FormValues, Invalid } from './errors.ts'

/**
 * Reads a form and checks it against a schema; throws Invalid with everything typed when it does not fit.
 * Fields named more than once become lists; empty files are left out.
 * @example const input = await parse(c, newEntry)
 */
export async function parse<S extends z.ZodType>(c: Context, schema: S): Promise<z.output<S>> {
  const body = await c.req.parseBody({ all: true })
  const typed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(body)) typed[name] = clean(value)
  return check(schema, typed)
}

/**
 * Checks values that did not come from a form (a query string, a row of a file).
 * @example check(newPerson, { family_name: 'Adeyemi' })
 */
export function check<S extends z.ZodType>(schema: S, typed: Record<string, unknown>): z.output<S> {
  const outcome = schema.safeParse(typed, { error: unsaid })
  if (outcome.success) return outcome.data
  const errors: Record<string, string> = {}
  for (const issue of outcome.error.issues) errors[String(issue.path[0] ?? 'form')] ??= issue.message
  throw new Invalid(errors, wordsOf(typed))
}

/** For what no form of ours sends, and no schema therefore has a sentence for. */
const unsaid = () => 'Write or choose this again.'

function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean)
  if (value instanceof File) return value.size > 0 ? value : undefined
  // PostgreSQL cannot hold the null character, and browsers send line ends as CR LF.
  return typeof value === 'string' ? value.replaceAll('\0', '').replaceAll('\r\n', '\n') : value
}

/**
 * What was typed, to be shown again in the form: words, and lists of them.
 * @example throw new Invalid({ lead: 'Choose who leads it.' }, wordsOf(input))
 */
export function wordsOf(typed: object): FormValues {
  const words: FormValues = {}
  for (const [name, value] of Object.entries(typed)) {
    if (typeof value === 'string') words[name] = value
    if (Array.isArray(value)) words[name] = value.filter(item => typeof item === 'string')
  }
  return words
}

/**
 * Whether a worker who was shown a colleague's version beside their own has chosen the colleague's: then nothing is written.
 * @example if (await choseTheirs(c)) return c.redirect(caseLink(id), 303)
 */
export const choseTheirs = async (c: Context): Promise<boolean> => (await c.req.parseBody()).choice === 'theirs'

/**
 * The words of a form as they were typed, to show them beside a colleague's version.
 * @example const yours = await typedWords(c)
 */
export async function typedWords(c: Context): Promise<Record<string, string>> {
  const body = Object.entries(await c.req.parseBody()).map(([name, value]) => [name, clean(value)])
  return Object.fromEntries(body.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
