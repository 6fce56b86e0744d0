/** Every line of TypeScript has the types it claims. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

const { status } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '-p', root], { stdio: 'inherit', cwd: root })
process.exit(status ?? 1)
