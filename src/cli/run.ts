// Finds the command that was typed and runs it, or shows what there is.
import { setLogLevel } from '../platform/log.ts'
import { Stop } from '../platform/stop.ts'
import { type Command, usage } from './command.ts'

/**
 * Runs the command whose words begin the line.
 * @example await runCommand(commands, ['backup', 'today.kith'])
 */
export async function runCommand(commands: readonly Command[], line: string[]): Promise<void> {
  setLogLevel('warn')
  const asked = line.filter(word => word !== '--help' && word !== '-h')
  const wantsHelp = asked.length < line.length || asked[0] === 'help' || asked.length === 0
  const words = asked[0] === 'help' ? asked.slice(1) : asked
  const command = commands.find(one => isCalledBy(one, words))
  if (wantsHelp) return console.log(command ? helpOn(command) : helpOnAll(commands))
  if (!command) throw new Stop(`There is no command "${words.join(' ')}".\n\n${helpOnAll(commands)}`)
  await command.run(words.slice(command.name.split(' ').length))
}

function isCalledBy({ name }: Command, words: string[]): boolean {
  return name.split(' ').every((word, index) => words[index] === word)
}

function helpOn(command: Command): string {
  return [`npm run kith -- ${usage(command)}`, command.does, ...(command.more ? [command.more] : [])].join('\n\n')
}

function helpOnAll(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(command => usage(command).length))
  const lines = commands.map(command => `  ${usage(command).padEnd(width)}  ${command.does}`)
  return ['npm run kith -- COMMAND', '', ...lines, '', 'npm run kith -- help COMMAND tells more about one of them.'].join('\n')
}
