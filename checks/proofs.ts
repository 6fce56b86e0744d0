/** What docs/threat-model.md and docs/asvs.md say holds, holds by a test that is there under that title, or by a check. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { filesOf, finish } from './say.ts'

const proof = /`([\w./-]+\.(?:test|browser)\.tsx?)`(?: “((?:“[^”]*”|[^“”])*)”)?|`(checks\/[\w-]+\.ts)`/g
const faults: string[] = []

for (const { path, text } of filesOf('docs/threat-model.md', 'docs/asvs.md')) {
  text.split('\n').forEach((line, index) => {
    const at = `${path}:${index + 1}`
    const proofs = [...line.matchAll(proof)]
    for (const [, file, title, check] of proofs) {
      const fault = check ? missing(check) : unproved(file ?? '', title)
      if (fault) faults.push(`${at} ${fault}`)
    }
    if (claims(path, line) && proofs.length === 0) faults.push(`${at} says that something holds, and not by which test.`)
  })
}
finish(faults)

/** In the table of requirements a line says so; in the threat model every line of a threat does. */
function claims(path: string, line: string): boolean {
  const cells = line.split(' | ')
  if (!line.startsWith('| ') || line.startsWith('| threat') || line.startsWith('| what')) return false
  return path.endsWith('asvs.md') ? !/^(does not apply|open)$/.test(cells[1] ?? '') : cells.length === 2
}

function missing(file: string): string | undefined {
  return existsSync(join(root, file)) ? undefined : `names ${file}, which is not there.`
}

function unproved(file: string, title: string | undefined): string | undefined {
  if (!existsSync(join(root, file))) return `names ${file}, which is not there.`
  if (!title) return `names ${file} without the title of a test.`
  return titles(file).has(title) ? undefined : `names “${title}”, which is no test of ${file}.`
}

function titles(file: string): Set<string> {
  const text = readFileSync(join(root, file), 'utf8')
  const said = text.matchAll(/(?:\b(?:test|it)(?:\.\w+)*|\]|\)|>)\(\s*(['"`])((?:(?!\1).)+)\1/g)
  return new Set([...said].map(([, , title]) => title ?? ''))
}
