/** Whether searches in random worlds notice a broken rule: what is found, who is known, and whose owners are told of a search, is no longer what the model says. */
import type pg from 'pg'
import type { Vitest } from 'vitest/node'
import { enter } from '../ask.ts'
import { asked, isAllowed } from '../finding.ts'
import { questionsOf, tellingWorlds } from '../finding-worlds.ts'
import { toldOf, toTellOf } from '../searched.ts'
import { worldsThrough } from '../within.ts'
import type { World } from '../world.ts'
import type { Mutation } from './policies.ts'
import { ownCopy } from './tests.ts'
import { isNoticed, nothing } from './worlds.ts'

/** The functions that decide what is found. */
const ofFinding = [
  ...['open_now', 'works_side', 'known_through', 'record_open', 'people_like', 'people_alike'],
  ...['i_see_person', 'facts_open_to_me', 'i_see_place', 'agreement_binds', 'tell_of_search', 'still_reaches'],
]

export const isOfFinding = ({ of }: Mutation): boolean => ofFinding.includes(of)

/** Tries each broken rule in one world after the other until it is noticed, and says so as soon as it is. */
export async function noticedInFinding(
  vitest: Vitest,
  mutations: Mutation[],
  onNoticed: (mutation: Mutation, world: number) => void,
): Promise<void> {
  const client = await ownCopy(vitest, 'finding')
  const within = await worldsThrough(client, { filed: true })
  const left = new Set([...mutations, nothing])
  for (const [index, of] of tellingWorlds().entries())
    await within(of, async () => {
      for (const mutation of left) {
        if (!(await isNoticed(client, mutation, () => findsOtherwise(client, of)))) continue
        if (mutation === nothing) throw new Error('A world differs with every rule in force: see finding.test.ts.')
        left.delete(mutation)
        onNoticed(mutation, index)
      }
    })
  await client.end()
}

async function findsOtherwise(client: pg.ClientBase, of: World): Promise<boolean> {
  const questions = questionsOf(of)
  for (const worker of of.asking) {
    const answers = (await enter(client, worker)) ? await asked(client, questions) : questions.map(() => [])
    if (!questions.every((question, index) => isAllowed(of, worker, question, answers[index] ?? []))) return true
  }
  await client.query('reset role')
  for (const by of of.asking)
    for (const person of of.people.keys()) if ((await toldOf(client, of, { by, person })) !== toTellOf(of, { by, person })) return true
  return false
}
