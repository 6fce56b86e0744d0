/** Who may import whom: platform and ui import packages alone, and what TSX becomes (jsx), which imports packages alone; slices import these and each other's index.ts; nothing goes in a circle. */
import { dirname, join, normalize } from 'node:path'
import { filesOf, finish } from './say.ts'

const files = filesOf('src/**/*.{ts,tsx}').filter(({ path }) => !/\.(test|browser)\.tsx?$/.test(path))
const known = new Set(files.map(({ path }) => path))
const imports = new Map(files.map(({ path, text }) => [path, importsOf(path, text)]))
/** What a file needs when it runs: types alone make no circle. */
const needs = new Map(files.map(({ path, text }) => [path, importsOf(path, text.replaceAll(/^import type .*$/gm, ''))]))
const faults: string[] = []

for (const [path, targets] of imports) {
  for (const target of targets) {
    const fault = faultOf(path, target)
    if (fault) faults.push(`${path} imports ${target}: ${fault}`)
  }
}
for (const circle of circles()) faults.push(`In a circle: ${circle.join(' → ')}`)
finish(faults)

function importsOf(path: string, text: string): string[] {
  const found = [...text.matchAll(/^(?:import|export)\s[^'"]*?from\s+['"]([.#][^'"]+)['"]|^import\s+['"](\.[^'"]+)['"]/gm)]
  return found.map(([, from, bare]) => pathOf(path, from ?? bare ?? '')).filter(target => known.has(target))
}

/** What package.json calls #jsx lies in src/jsx; everything else is named from where it is imported. */
function pathOf(path: string, named: string): string {
  return named.startsWith('#') ? `src/${named.slice(1)}.ts` : normalize(join(dirname(path), named))
}

function faultOf(path: string, target: string): string | undefined {
  const [from, to] = [roomOf(path), roomOf(target)]
  if (from === to || to === 'jsx') return undefined
  if (from === 'jsx') return 'jsx imports packages alone'
  if (from === 'platform')
    return ['programmes', 'slices.ts'].includes(to) && path.endsWith('/lay-rules.ts') ? undefined : 'platform imports packages alone'
  if (from === 'ui') return 'ui imports packages alone'
  if (from === 'programmes') return 'programmes import nothing but their definition'
  if (from.startsWith('slices/') && to.startsWith('slices/'))
    return target.endsWith('/index.ts') ? undefined : 'a slice imports only the index.ts of another'
  if (from.startsWith('slices/'))
    return ['platform', 'ui', 'programmes', 'sentences.ts'].includes(to)
      ? undefined
      : 'a slice imports platform, ui, programmes and other slices'
  return undefined
}

/** A room of the house: platform, ui, programmes, one slice, or a file at the top. */
function roomOf(path: string): string {
  const [, room = '', name = ''] = path.split('/')
  return room === 'slices' ? `slices/${name}` : room
}

function circles(): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path])
    if (trail.includes(path) || done.has(path)) return
    for (const target of needs.get(path) ?? []) walk(target, [...trail, path])
    done.add(path)
  }
  for (const path of needs.keys()) walk(path, [])
  return found
}
