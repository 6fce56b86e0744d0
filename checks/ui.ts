/** Every part of the interface has examples: they are the gallery, its tests and its pictures. */
import { filesOf, finish } from './say.ts'

const examples = filesOf('src/ui/*.examples.tsx')
const shown = examples.map(({ text }) => text).join('\n')
const faults: string[] = []

for (const { path, text } of filesOf('src/ui/*.tsx').filter(({ path }) => !/\.(examples|test|browser)\.tsx$/.test(path))) {
  for (const [, name] of text.matchAll(/^export function ([A-Z]\w+)\(/gm)) {
    if (!new RegExp(`<${name}\\b`).test(shown)) faults.push(`${path}: ${name} stands in no example.`)
  }
}
finish(faults)
