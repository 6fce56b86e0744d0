// The shape of a command, and what every command needs to read its own line.
import { access, constants, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { reasonOf } from '../platform/disk.ts'
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
  let wrong = ''
  try {
    const read = parseArgs({ args, options, allowPositionals: true })
    if (read.positionals.length === words) return read
  } catch (error) {
    wrong = wrongWith(error)
  }
  throw new Stop(`${wrong}Use it like this: npm run kith -- ${usage(command)}`)
}

/** Node names the option in its message and nowhere else: "Unknown option '--force'. To specify …". */
function wrongWith(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const option = /'(--?[^\s'<,=]+)/.exec(message)?.[1]
  if (!option) return ''
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? `There is no option ${option} here. ` : `The option ${option} is not used so. `
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

/**
 * Such a file that is to be read, or one sentence about why it cannot be.
 * @example const { columns } = await openCsv(await fileToRead('people.csv'))
 */
export async function fileToRead(path: string): Promise<string> {
  const file = fileFrom(path)
  const reason = await access(file, constants.R_OK).then(() => undefined, reasonOf)
  if (reason === 'EACCES' || reason === 'EPERM') throw new Stop(`Kith may not read ${file}.`)
  if (reason) throw new Stop(`There is no file ${file}.`)
  if ((await stat(file)).isDirectory()) throw new Stop(`${file} is a folder: name a file in it.`)
  return file
}
