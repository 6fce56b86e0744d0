// Waits for the word to end: Ctrl-C, a supervisor's signal, or a failure that nothing caught.
import { fromDatabase, Unavailable } from './errors.ts'
import { errorFields, log } from './log.ts'

const patience = 25_000

/**
 * Resolves with the exit code once this process is told to end.
 * @example process.exit(await untilToldToEnd())
 */
export function untilToldToEnd(): Promise<number> {
  process.on('unhandledRejection', error => log.error('a promise failed unseen', errorFields(error)))
  return new Promise(resolve => {
    const end = (code: number) => {
      // Something that hangs must not keep a terminal or a supervisor waiting for ever.
      setTimeout(() => process.exit(1), patience).unref()
      resolve(code)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
    process.on('uncaughtException', error => {
      // A connection that breaks while nobody waits for it is no reason to end: whoever needs it next is told.
      if (fromDatabase(error) instanceof Unavailable) return log.warn('a connection broke', errorFields(error))
      log.error('an error was caught by nothing', errorFields(error))
      end(1)
    })
  })
}
