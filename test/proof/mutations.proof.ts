/** Break a rule, and the proof notices: each rule of a table that worlds are asked about, taken away and loosened in turn. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asked } from './ask.ts'
import { differences } from './compare.ts'
import { worldsOf } from './database.ts'
import { type Mutation, mutations } from './mutations.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

const { client, inWorld } = worldsOf()
const worlds = fc.sample(world, { numRuns: Number(process.env.KITH_WORLDS ?? 60), seed: 20 })

const proved = new Set([...asked.map(([table]) => table), 'aims', 'outcomes', 'closures'])

test('every broken rule is noticed', { timeout: 0 }, async () => {
  let unnoticed = (await mutations(client())).filter(({ table }) => proved.has(table))
  for (const of of worlds) unnoticed = await inWorld(of, () => stillUnnoticed(unnoticed, of))
  expect(unnoticed.map(({ name }) => name)).toEqual([])
})

async function stillUnnoticed(broken: Mutation[], of: World): Promise<Mutation[]> {
  const left: Mutation[] = []
  for (const mutation of broken) if (!(await isNoticed(mutation, of))) left.push(mutation)
  return left
}

async function isNoticed({ statement }: Mutation, of: World): Promise<boolean> {
  await client().query('savepoint whole')
  try {
    await client().query('reset role')
    await client().query(statement)
    await client().query('set local role kith_app')
    return (await differences(client(), of)).length > 0
  } finally {
    await client().query('rollback to savepoint whole')
  }
}
