/** Generated files say what the database says: run `npm run generate` when they do not. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'
import { generated } from './catalogue/generate.ts'
import { finish } from './say.ts'

const faults: string[] = []
for (const [path, text] of await generated()) {
  const file = join(root, path)
  if (process.argv.includes('--write')) writeFileSync(file, text)
  else if (!existsSync(file) || readFileSync(file, 'utf8') !== text)
    faults.push(`${path} is not what the database says: run npm run generate.`)
}
finish(faults)
