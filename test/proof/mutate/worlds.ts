/** Whether random worlds notice a broken rule: what PostgreSQL answers in one of them is no longer what the model says. */
import fc from 'fast-check'
import pg from 'pg'
import type { Vitest } from 'vitest/node'
import { tablesAsked } from '../ask.ts'
import { differs, type Part } from '../compare.ts'
import { type Within, worldsThrough } from '../within.ts'
import { fittingly } from '../fitting.ts'
import { at, type Deed, type World } from '../world.ts'
import { anyDeed, world } from '../worlds.ts'
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
  for (const [index, drawn] of fc.sample(world, { numRuns: worlds, seed: 20 }).entries()) {
    const noticed = await noticedIn(index % 2 ? drawn : atWork(drawn), left, { client, within })
    for (const mutation of noticed) onNoticed(mutation, index)
    left = left.filter(mutation => !noticed.has(mutation))
  }
  await client.end()
}

/** Where everybody is at work, many answer for their agency and many are in conflict, more can go wrong. */
const atWork = (of: World): World => ({
  ...of,
  agencies: of.agencies.map(() => ({ suspended: false })),
  workers: of.workers.map((worker, index) => ({
    ...worker,
    standing: 'here',
    role: index % 3 === 0 ? 'information_governance_lead' : worker.role,
  })),
  conflicts: of.workers.map((_, index) => ({
    worker: index,
    person: index % 2 ? index % of.people.length : null,
    case: at(of.grants, index % of.grants.length).case,
    lifted: index === 5,
    declaredBy: null,
  })),
})

type Hand = { client: pg.Client; within: Within }

async function noticedIn(of: World, mutations: Mutation[], { client, within }: Hand): Promise<Set<Mutation>> {
  const noticed = new Set<Mutation>()
  const [laid, standing] = [mutations.filter(({ isLaid }) => isLaid), mutations.filter(({ isLaid }) => !isLaid)]
  await within(of, async () => {
    for (const mutation of [...standing, nothing])
      if (await isNoticed(client, mutation, () => differs(client, asFits(of, mutation), partsFor(mutation)))) noticed.add(mutation)
  })
  for (const mutation of laid)
    if (
      await within(
        of,
        () => differs(client, of),
        () => client.query(mutation.statements),
      ).catch(failing)
    )
      noticed.add(mutation)
  if (noticed.delete(nothing)) throw new Error('A world differs with every rule in force: see npm run prove.')
  return noticed
}

/** What is done by the leave of each function: of deeds of all kinds, too few would ask it. */
const deedsBy: Record<string, Deed['does'][]> = {
  agreement_covers: ['share'],
  agreement_binds: ['ask for information'],
  consent_covers: ['share on consent'],
  conflict_matters: ['review conflict'],
  hides_an_address: ['review conflict'],
  hand_over_case: ['call: hand a case over'],
  i_may_give: ['share', 'share on consent'],
  i_may_review: ['review emergency'],
  in_emergency: ['print a list'],
  may_name: ['name reader'],
  on_two_sides: ['merge: show two as one'],
  only_in_emergency: ['print'],
  open_in_emergency: ['call: open in an emergency'],
  reach_of: ['give task', 'send message', 'name reader'],
  works_on: ['give task', 'send message', 'name reader'],
}

/** A world in which everybody asks, and much is tried of what a function decides. */
function asFits(of: World, { of: name }: Mutation): World {
  const deeds = deedsBy[name]
  if (!deeds) return of
  const some = anyDeed.filter(({ does }) => deeds.includes(does))
  const all = { ...of, asking: [...of.workers.keys()], deeds: fc.sample(some, { numRuns: 40, seed: 20 }) }
  return fittingly(all)
}

/** A rule about seeing shows in what is seen; of a table that worlds have no rows of, in what is shown to somebody who has not come in. */
function partsFor({ of, name }: Mutation): Part[] {
  if (!name.includes('"')) return ['nobody', 'sights', 'deeds']
  if (!name.includes('"see"')) return ['deeds']
  return tablesAsked.includes(of) ? ['nobody', 'sights'] : ['nobody']
}

/** A rule left as it is, tried like every other and after them: if that were noticed, nothing that is noticed would tell anything. */
export const nothing: Mutation = { name: 'nothing', of: '', slices: [], statements: 'select' }

/** Asks with a rule broken, and mends it; where the broken rule makes asking fail, that is noticed too. */
export async function isNoticed(
  client: pg.Client,
  { name, statements }: Pick<Mutation, 'name' | 'statements'>,
  ask: () => Promise<boolean>,
): Promise<boolean> {
  await client.query('savepoint whole')
  try {
    await client.query(`reset role; ${statements}; set local role kith_app`).catch(error => {
      throw new Error(`This is no rule: ${name}. ${error}`)
    })
    return await ask().catch(failing)
  } finally {
    await client.query('rollback to savepoint whole')
  }
}

function failing(error: unknown): true {
  if (error instanceof pg.DatabaseError) return true
  throw error
}
