/** In every world that can be thought of, PostgreSQL shows exactly what the rules allow, and lets happen exactly that. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './compare.ts'
import { worldsOf } from './database.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

const worlds = Number(process.env.KITH_WORLDS ?? 2000)
const seed = process.env.KITH_SEED ? { seed: Number(process.env.KITH_SEED), path: process.env.KITH_PATH ?? '' } : {}
const { client, inWorld } = worldsOf()

test(`everybody sees and does what they may and nothing else, in ${worlds} worlds`, { timeout: 0 }, async () => {
  const holds = (of: World) =>
    inWorld(of, async () => {
      expect(await differences(client(), of)).toEqual([])
    })
  await fc.assert(fc.asyncProperty(world, holds), { numRuns: worlds, ...seed })
})
