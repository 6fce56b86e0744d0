/** In every world that can be thought of, PostgreSQL shows exactly what the rules allow, and lets happen exactly that. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './compare.ts'
import { worldsOf } from './database.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

const drawn = process.env.KITH_WORLDS
const worlds = Number(drawn ?? 2000)
const again = process.env.KITH_SEED

/**
 * Tries half of the worlds that are asked for: two test files do so side by side, each on a database and a processor of its own.
 * With every change the same worlds are tried, so that what fails is what was changed; `npm run prove` draws others each time.
 * What failed before (KITH_SEED, KITH_PATH) is tried again in the first half alone.
 */
export function proveHalf(half: 'first' | 'second'): void {
  const { client, inWorld } = worldsOf()
  const holds = (of: World) =>
    inWorld(of, async () => {
      expect(await differences(client(), of)).toEqual([])
    })
  const numRuns = again ? worlds : half === 'first' ? Math.ceil(worlds / 2) : Math.floor(worlds / 2)
  const always = drawn ? {} : { seed: half === 'first' ? 1 : 2 }
  const seed = again ? { seed: Number(again), path: process.env.KITH_PATH ?? '' } : always
  test.skipIf(numRuns === 0 || (again && half === 'second'))(
    `everybody sees and does what they may and nothing else, in ${numRuns} worlds`,
    { timeout: 0 },
    () => fc.assert(fc.asyncProperty(world, holds), { numRuns, ...seed }),
  )
}
