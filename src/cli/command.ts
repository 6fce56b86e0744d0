// The shape of a command, and what every command needs to read its own line.
import { isAbsolute, join } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Stop } from '../platform/stop.ts'

export interface Command {
  /** The words that call it, such as "user invite". */
  readonly name: string
  /** What follows the name, such as "FILE". */
  readonly takes: string
  /** One line for the list of commands. */
  readonly does: string
  /** What else one should know, for help. */
  readonly more?: string
  run(args: string[]): Promise<void>
}

/**
 * Reads the options and the words of a command, or says how it is used.
 * @example const { values, positionals } = readLine(restore, args, {}, 1)
 */
export function readLine<O extends ParseArgsOptionsConfig>(command: Command, args: string[], options: O, words: number) {
  try {
    const read = parseArgs({ args, options, allowPositionals: true })
    if (read.positionals.length === words) return read
  } catch {
    // An unknown option gets the same answer as a missing word.
  }
  throw new Stop(`Use it like this: npm run kith -- ${usage(command)}`)
}

/**
 * How a command is typed.
 * @example usage(backup) // "backup FILE"
 */
export function usage({ name, takes }: Command): string {
  return takes ? `${name} ${takes}` : name
}

/**
 * A file as the person meant it: from the folder in which they typed the command, which npm leaves.
 * @example fileFrom('today.kith') // "/home/ada/today.kith"
 */
export function fileFrom(path: string): string {
  return isAbsolute(path) ? path : join(process.env.INIT_CWD ?? process.cwd(), path)
}
