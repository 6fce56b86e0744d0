/** Code is written in one style, and free of what Biome knows to be mistakes. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

const { status } = spawnSync(join(root, 'node_modules/.bin/biome'), ['ci', '--colors=off', '--max-diagnostics=60', '.'], {
  stdio: 'inherit',
  cwd: root,
})
process.exit(status ?? 1)
