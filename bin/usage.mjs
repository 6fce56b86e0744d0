// What a command answers when it is asked how it is used.

/**
 * Prints the words and ends the process when --help or -h stands in the line; nothing is installed, built or started for it.
 * @example helpWhenAsked('npm run check [-- NAME …]   runs the machine checks, or those named')
 */
export function helpWhenAsked(words) {
  if (!process.argv.slice(2).some(word => word === '--help' || word === '-h')) return
  console.log(words)
  process.exit()
}
