/** Every part of the interface has examples: they are the gallery, its tests and its pictures. And no page uses a part of GOV.UK's whose styles are left out. */
import { filesOf, finish } from './say.ts'

const examples = filesOf('src/ui/*.examples.tsx')
const shown = examples.map(({ text }) => text).join('\n')
const leftOut: string[] = JSON.parse(filesOf('src/ui/styles/left-out.json')[0]?.text ?? '[]')
const faults: string[] = []

for (const { path, text } of filesOf('src/ui/*.tsx').filter(({ path }) => !/\.(examples|test|browser)\.tsx$/.test(path))) {
  for (const [, name] of text.matchAll(/^export function ([A-Z]\w+)\(/gm)) {
    if (!new RegExp(`<${name}\\b`).test(shown)) faults.push(`${path}: ${name} stands in no example.`)
  }
}
for (const { path, text } of filesOf('src/**/*.tsx')) {
  for (const name of leftOut)
    if (text.includes(name)) faults.push(`${path}: the styles of ${name} are left out (src/ui/styles/left-out.json).`)
}
finish(faults)
