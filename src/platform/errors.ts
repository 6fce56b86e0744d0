/** The few ways in which a request can fail, and how the database's own refusals become one of them. */

/** Hidden and absent alike: nobody learns which. */
export class NotFound extends Error {
  override name = 'NotFound'
}

/** The worker may see it but not do this to it. Nobody is signed out by it. */
export class Forbidden extends Error {
  override name = 'Forbidden'
}

/** Somebody else changed the same thing first; `theirs` is what stands now, so that the worker can choose. */
export class Conflict extends Error {
  override name = 'Conflict'
  readonly theirs: unknown
  constructor(message: string, theirs?: unknown) {
    super(message)
    this.theirs = theirs
  }
}

export type FieldErrors = Record<string, string>
export type FormValues = Record<string, string | string[]>

/** What was typed cannot be taken as it stands: carried back to its own page, with a sentence for each field. */
export class Invalid extends Error {
  override name = 'Invalid'
  readonly errors: FieldErrors
  readonly values: FormValues
  constructor(errors: FieldErrors, values: FormValues = {}) {
    super(Object.values(errors).join(' '))
    this.errors = errors
    this.values = values
  }
}

/** Nobody is signed in, or their time ran out. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded'
}

/** The database cannot be reached just now. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

// The last three: a statement, a lock or a transaction that took too long and was cut off.
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
  '55P03',
  '25P03',
])

/** What a form is told that arrives after its case was closed, whether the page asks first or the rules say it. */
export const closed = 'This case is closed. Open it again to add to it.'

/**
 * Turns an error of the database into one of the errors above; any other error comes back as it is.
 * @example throw fromDatabase(error)
 */
export function fromDatabase(error: unknown): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (
    unreachable.has(code) ||
    code.startsWith('08') ||
    /^Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(message)
  ) {
    return new Unavailable('The database cannot be reached just now.', { cause: error })
  }
  if (code === '42501' && /policy "(amend_)?while_open"/.test(message)) return new Forbidden(closed, { cause: error })
  if (code === '42501') return new Forbidden('You may see this, but not change it in this way.', { cause: error })
  if (code === '23505') return new Conflict('Somebody has just recorded the same thing.')
  // An id in an address that is no id, or names nothing, is simply not there; nor is what is asked for with a letter that no text holds (22021).
  if (code === '22P02' || code === '23503' || code === '22021') return new NotFound('Not found.', { cause: error })
  return error
}
