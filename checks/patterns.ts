/** No regular expression of the server or of a page can be kept busy by the words it is given: its steps grow with their length, not with its square. Counted, not timed. */
import { worstOf } from './patterns/hostile.ts'
import { literalsOf } from './patterns/literals.ts'
import { filesOf, finish } from './say.ts'

/** Patterns that are put together while Kith runs, of parts that are its own. */
const composed: Record<string, string> = {
  'src/slices/documents/names.ts': 'the ending of a known type of file',
  'src/slices/sharing/preview/inside.ts': 'the form of an id, the names of tabs and of one attribute',
  'src/slices/people/asked.ts': 'the names of months',
  'src/slices/accounts/dev-mail-routes.tsx': 'the name of a field of an e-mail; not there in production',
}

const faults: string[] = []
const seen = new Map<string, { growth: number; text: string }>()

// The check must notice what it is for, and let pass what is harmless.
for (const [pattern, bad] of [
  ['(a+)+$', true],
  ['^(\\w+\\s?)*$', true],
  ['\\s+$', true],
  ['(x|y)*z', true],
  ['^\\s+', false],
  ['^[a-z]+@[a-z.]+$', false],
  ['(?<!\\s)\\s+$', false],
] as const) {
  if (worstOf(pattern, '').growth > 2.6 !== bad) faults.push(`This check is wrong about /${pattern}/.`)
}

let count = 0
for (const { path, text } of filesOf('src/**/*.{ts,tsx}')) {
  if (/\.(test|browser|examples)\.tsx?$|^src\/(demo|ui\/testing)\//.test(path)) continue
  for (const { source, flags } of literalsOf(path, text)) {
    count++
    const key = `/${source}/${flags}`
    if (!seen.has(key)) seen.set(key, worstOf(source, flags))
    const { growth, text: words } = seen.get(key) ?? { growth: 1, text: '' }
    if (growth > 2.6)
      faults.push(
        `${path}: ${key} takes ${growth === Infinity ? 'for ever' : `${growth.toFixed(1)} times as long`} when ${JSON.stringify(words)} is twice as long.`,
      )
  }
  if (/new RegExp\(/.test(text) && !(path in composed))
    faults.push(`${path} puts a pattern together: write it out, or say in checks/patterns.ts of what it is made.`)
}
if (count < 200) faults.push(`Only ${count} patterns were found: this check no longer reads the sources rightly.`)
finish(faults)
