/** Every package that Kith asks for stands in docs/dependencies.md with its reason, is pinned to one version, and every file that npm fetches is known by its fingerprint. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { finish } from './say.ts'

interface Locked {
  version?: string
  integrity?: string
  link?: boolean
}

const read = (file: string) => readFileSync(join(root, file), 'utf8')
const asked = JSON.parse(read('package.json')) as { dependencies: Record<string, string>; devDependencies: Record<string, string> }
const locked = (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages
const reasons = new Set(
  read('docs/dependencies.md')
    .split('\n')
    .filter(line => line.startsWith('| '))
    .flatMap(line => (line.split(' | ')[0] ?? '').replace('| ', '').split(', ')),
)

finish([
  ...Object.entries({ ...asked.dependencies, ...asked.devDependencies }).flatMap(([name, version]) => [
    ...(reasons.has(name) || name.startsWith('@types/') ? [] : [`${name} stands in docs/dependencies.md with no reason.`]),
    ...(/^\d/.test(version) ? [] : [`${name} is asked for as ${version}: pin one version.`]),
    ...(locked[`node_modules/${name}`]?.version === version ? [] : [`${name} is locked to another version than package.json asks for.`]),
  ]),
  ...Object.entries(locked)
    .filter(([path, { integrity, link }]) => path !== '' && !link && !integrity)
    .map(([path]) => `${path} has no fingerprint in package-lock.json.`),
])
