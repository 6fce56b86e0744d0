// npm run prove -- [--worlds N] | --mutations [--only NAME,…] [--resume] | --timings [--rounds N] [--only WORDS]: tries the access rules in as many random worlds as asked, breaks each rule in turn and sees that it is noticed, or measures whether what is hidden takes as long as what is absent.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ready, root, run } from './ensure.mjs'
import { helpWhenAsked } from './usage.mjs'

helpWhenAsked(`npm run prove [-- OPTION …]   tries the access rules in random worlds

  --worlds N         in as many (2000)
  --seed N --path P  again in the world that failed, as it was printed
  --mutations        breaks each rule in turn, and sees that it is noticed
    --only NAME,…    these rules only
    --resume         goes on where the last run ended
  --timings          measures whether what is hidden takes as long as what is absent
    --rounds N       as often
    --only WORDS     only what is so called`)
await ready(import.meta.url)
const { values } = parseArgs({
  options: {
    worlds: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
    mutations: { type: 'boolean' },
    only: { type: 'string' },
    resume: { type: 'boolean' },
    timings: { type: 'boolean' },
    rounds: { type: 'string' },
  },
})
if (values.timings) {
  const { freshBuild } = await import('./open.mjs')
  const { bundle } = await import('./bundle.mjs')
  await freshBuild()
  await bundle(root, { main: 'test/proof/timings/main.ts' }, 'dist/timings')
  await import(new URL('../dist/timings/main.js', import.meta.url).href)
  process.exit()
}
const settings = { worlds: 'KITH_WORLDS', seed: 'KITH_SEED', path: 'KITH_PATH' }
for (const [option, setting] of Object.entries(settings)) if (values[option]) process.env[setting] = values[option]
// Other worlds each time, where npm test tries the same ones.
if (!process.env.KITH_SEED) process.env.KITH_WORLDS ??= '2000'
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const only = values.only ? ['--only', values.only] : []
const resume = values.resume ? ['--resume'] : []
process.exit(
  await run(
    process.execPath,
    values.mutations
      ? [join(root, 'test', 'proof', 'mutate', 'run.ts'), ...only, ...resume]
      : [vitest, 'run', '--config', 'vitest.proof.config.ts', 'test/proof/prove'],
  ),
)
