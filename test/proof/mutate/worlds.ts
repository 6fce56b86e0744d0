/** Whether random worlds notice a broken rule: what PostgreSQL answers in one of them is no longer what the model says. */
import fc from 'fast-check'
import pg from 'pg'
import type { Vitest } from 'vitest/node'
import { differs } from '../compare.ts'
import { type Within, worldsThrough } from '../within.ts'
import type { World } from '../world.ts'
import { world } from '../worlds.ts'
import type { Mutation } from './policies.ts'
import { ownCopy } from './tests.ts'

/**
 * Tries each broken rule in one world after the other until it is noticed, and says so as soon as it is.
 * @example await noticedInWorlds(vitest, mutations, { worlds: 60, onNoticed: (mutation, index) => … })
 */
export async function noticedInWorlds(
  vitest: Vitest,
  mutations: Mutation[],
  { worlds, onNoticed }: { worlds: number; onNoticed: (mutation: Mutation, world: number) => void },
): Promise<void> {
  const client = await ownCopy(vitest, 'worlds')
  const within = await worldsThrough(client)
  let left = mutations
  for (const [index, of] of fc.sample(world, { numRuns: worlds, seed: 20 }).entries()) {
    const noticed = await noticedIn(of, left, { client, within })
    for (const mutation of noticed) onNoticed(mutation, index)
    left = left.filter(mutation => !noticed.has(mutation))
  }
  await client.end()
}

type Hand = { client: pg.Client; within: Within }

async function noticedIn(of: World, mutations: Mutation[], { client, within }: Hand): Promise<Set<Mutation>> {
  const noticed = new Set<Mutation>()
  await within(of, async () => {
    if (await differs(client, of)) throw new Error('A world differs with every rule in force: mend that first (npm run prove).')
    for (const mutation of mutations.filter(({ isLaid }) => !isLaid))
      if (await isNoticed(() => broken(client, mutation, () => differs(client, of)))) noticed.add(mutation)
  })
  for (const mutation of mutations.filter(({ isLaid }) => isLaid)) {
    const breaking = () => client.query(mutation.statements)
    if (await isNoticed(() => within(of, () => differs(client, of), breaking))) noticed.add(mutation)
  }
  return noticed
}

/** Asks with a rule broken, and mends it. */
async function broken(client: pg.Client, { statements }: Mutation, ask: () => Promise<boolean>): Promise<boolean> {
  await client.query('savepoint whole')
  try {
    await client.query(`reset role; ${statements}; set local role kith_app`)
    return await ask()
  } finally {
    await client.query('rollback to savepoint whole')
  }
}

/** Where a broken rule makes laying or asking fail, that is noticed too. */
async function isNoticed(ask: () => Promise<boolean>): Promise<boolean> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof pg.DatabaseError) return true
    throw error
  }
}
