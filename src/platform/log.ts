// What Kith writes about its own running: one line per happening, and never anything about a person.

type Value = string | number | boolean | undefined
export type Fields = Readonly<Record<string, Value>>
export type Level = keyof typeof weights

const weights = { debug: 0, info: 1, warn: 2, error: 3 }
let least: Level = 'info'

/**
 * Writes a line to the standard error stream. Fields are routes, ids, codes and numbers: no names, no text that was typed.
 * @example log.info('listening', { port: 3000 })
 */
export const log = {
  debug: (event: string, fields?: Fields) => write('debug', event, fields),
  info: (event: string, fields?: Fields) => write('info', event, fields),
  warn: (event: string, fields?: Fields) => write('warn', event, fields),
  error: (event: string, fields?: Fields) => write('error', event, fields),
}

export type Log = typeof log

/**
 * Leaves out everything below a level from now on.
 * @example setLogLevel('warn')
 */
export function setLogLevel(level: Level): void {
  least = level
}

/**
 * What may be told about an error: its kind, its code and where it happened.
 * @example log.error('request failed', { ...errorFields(error), reference })
 */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { error: error.name, code, message: safeMessage(error), at: places(error) }
}

// Messages of the database and of parsers quote what was typed; these two kinds only name our own code.
function safeMessage(error: Error): string | undefined {
  return error.constructor === TypeError || error.constructor === ReferenceError ? error.message : undefined
}

function places(error: Error): string | undefined {
  const frames = error.stack?.split('\n').filter(line => /^\s+at /.test(line)) ?? []
  return (
    frames
      .slice(0, 4)
      .map(line => line.trim().slice(3))
      .join(' < ') || undefined
  )
}

function write(level: Level, event: string, fields: Fields = {}): void {
  if (weights[level] < weights[least]) return
  const parts = Object.entries(fields).filter(([, value]) => value !== undefined)
  const told = parts.map(([name, value]) => ` ${name}=${quoted(String(value))}`)
  process.stderr.write(`${new Date().toISOString()} ${level} ${quoted(event)}${told.join('')}\n`)
}

function quoted(value: string): string {
  return /^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)
}
