/** The words of the house: none of the forbidden kinds of thing, nothing left for later, no path of somebody's machine. */
import { filesOf, finish } from './say.ts'

const forbidden = /\b\w*(Service|Manager|Repository|Helper|Util|Utils|Presenter|DTO)\b/
const later = /\b(TODO|FIXME|HACK|XXX)\b|not (yet )?implemented/
const faults: string[] = []

for (const { path, text } of filesOf('src/**/*.{ts,tsx,sql}', 'bin/*.mjs', 'db/migrations/*.sql', 'bench/**/*.ts', 'test/**/*.ts')) {
  const declared = [...text.matchAll(/(?:class|interface|type|function|const) ([A-Z]\w+)/g)].map(([, name]) => name ?? '')
  for (const name of declared.filter(name => forbidden.test(name))) faults.push(`${path}: ${name} is not one of the house's words.`)
  text.split('\n').forEach((line, index) => {
    if (later.test(line)) faults.push(`${path}:${index + 1} leaves something for later: ${line.trim().slice(0, 80)}`)
  })
  if (!/^(#!.*\n)?(\/\/|\/\*\*?|--) /.test(text) && !path.endsWith('tables.ts'))
    faults.push(`${path} does not begin with a sentence that says what it is.`)
}
finish(faults)
