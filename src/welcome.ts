// What the terminal shows once Kith answers.
import { cast } from './demo/cast.ts'

/**
 * The address and, in a demonstration, whom to sign in as.
 * @example console.log(welcome('http://localhost:3000', true))
 */
export function welcome(address: string, demonstration: boolean): string {
  const lines = [`Kith is ready at ${address}`]
  if (demonstration)
    lines.push(
      '',
      'A demonstration, on this machine only: the county and everybody in it are invented.',
      'Sign in there with one click, for example as one of these:',
      ...people(),
    )
  return ['', ...lines, '', 'Ctrl-C ends it.', ''].join('\n')
}

function people(): string[] {
  return cast
    .filter(member => member.part === 'shown')
    .slice(0, 5)
    .map(member => `  ${member.who}`)
}
