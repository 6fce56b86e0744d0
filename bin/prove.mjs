// npm run prove -- [--worlds N] [--mutations]: tries the access rules in as many random worlds as asked, or breaks each rule in turn and sees that it is noticed.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ready, root, run } from './ensure.mjs'

await ready(import.meta.url)
const { values } = parseArgs({
  options: { worlds: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' }, mutations: { type: 'boolean' } },
})
const settings = { worlds: 'KITH_WORLDS', seed: 'KITH_SEED', path: 'KITH_PATH' }
for (const [option, setting] of Object.entries(settings)) if (values[option]) process.env[setting] = values[option]
const file = values.mutations ? 'test/proof/mutations' : 'test/proof/prove'
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
process.exit(await run(process.execPath, [vitest, 'run', '--config', 'vitest.proof.config.ts', file]))
