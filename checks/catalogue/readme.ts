/** The table of settings inside README.md, which is made from the settings themselves. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../src/platform/root.ts'
import { settingsTable } from '../../src/platform/settings.ts'

const begin = '<!-- The table of settings: made by npm run generate. -->'
const end = '<!-- The end of the table of settings. -->'

/** README.md as it should be, with a table at its end when it has none yet; nothing while there is no README.md. */
export function readme(): [path: string, text: string][] {
  const file = join(root, 'README.md')
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const table = `${begin}\n${settingsTable()}\n${end}`
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  return [['README.md', after === undefined ? `${text.trimEnd()}\n\n## Settings\n\n${table}\n` : `${before}${table}${after}`]]
}
