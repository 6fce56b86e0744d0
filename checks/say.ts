/** How a check ends: quietly when all is well, with one line for each thing to mend otherwise. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

/**
 * Ends the check: prints each fault and fails when there are any.
 * @example finish(faults)
 */
export function finish(faults: string[]): never {
  for (const fault of faults) console.log(fault)
  process.exit(faults.length > 0 ? 1 : 0)
}

/**
 * The project's own files that match a pattern, with their text.
 * @example filesOf('src/**\/*.ts')
 */
export function filesOf(...patterns: string[]): { path: string; text: string }[] {
  const paths = globSync(patterns, { cwd: root })
    .filter(path => !path.includes('node_modules'))
    .sort()
  return paths.map(path => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(root, path), 'utf8') }))
}
