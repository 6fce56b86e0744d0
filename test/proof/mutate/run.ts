/** npm run prove -- --mutations [--only NAME,…] [--resume]: breaks every rule in turn and sees that worlds or tests notice. */
import { parseArgs } from 'node:util'
import pg from 'pg'
import type { Vitest } from 'vitest/node'
import { tablesAsked } from '../ask.ts'
import { isOfFinding, noticedInFinding } from './finding.ts'
import { brokenFunctions } from './functions.ts'
import { brokenPolicies, type Mutation } from './policies.ts'
import { keep, kept, type Results, tell } from './results.ts'
import { failureIn, filesFor, keepWhole, noticedByTests, openTests, runFiles, urlOf } from './tests.ts'
import { unneeded } from './unneeded.ts'
import { noticedInWorlds } from './worlds.ts'

const { values } = parseArgs({ options: { only: { type: 'string' }, resume: { type: 'boolean' } } })
const only = values.only?.split(',')
const results: Results = values.resume ? kept() : new Map()

/** So many worlds notice most of what worlds notice at all. */
const worlds = 60

const vitest = await openTests()
await testsPassWhole(vitest)
await keepWhole(vitest)
const mutations = (await everyMutation()).filter(({ of }) => !only || only.includes(of))
checkUnneeded()
await tryInWorlds(left().filter(isOfWorlds))
await noticedInFinding(vitest, left().filter(isOfFinding), (mutation, world) => note(mutation, `world ${world} of what is found`))
for (const [index, mutation] of left().entries()) {
  const noticed = await noticedByTests(vitest, mutation, filesFor(mutation))
  note(mutation, noticed ?? null, `${index + 1}/${left().length + index}`)
}
const isWell = tell(mutations, results)
await vitest.close()
process.exit(isWell ? 0 : 1)

/** The tests must pass, or a failure would tell nothing. */
async function testsPassWhole(vitest: Vitest): Promise<void> {
  const { testModules } = await runFiles(vitest, ['src/slices/drafts/policies.test.ts'])
  const failed = failureIn(testModules)
  if (failed) throw new Error(`${failed} fails with every rule in force: mend that first (npm test).`)
}

async function everyMutation(): Promise<Mutation[]> {
  const client = new pg.Client({ connectionString: urlOf(vitest) })
  await client.connect()
  const all = [...(await brokenPolicies(client)), ...(await brokenFunctions(client))]
  await client.end()
  return all
}

function left(): Mutation[] {
  return mutations.filter(({ name }) => !results.has(name))
}

/** Worlds hold rows of some tables only; whoever has not come in asks all of them, and a function may be reached through any. */
function isOfWorlds({ of, name }: Mutation): boolean {
  const isAsked = tablesAsked.includes(of)
  return !name.includes(' for kith_') && (!name.includes('"') || name.includes('"see"') || isAsked)
}

async function tryInWorlds(some: Mutation[]): Promise<void> {
  if (some.length === 0) return
  const onNoticed = (mutation: Mutation, world: number) => note(mutation, `world ${world}`)
  await noticedInWorlds(vitest, some, { worlds, onNoticed })
}

function note({ name }: Mutation, noticed: string | null, place = ''): void {
  results.set(name, noticed)
  keep(results)
  console.log(`${place} ${name.slice(0, 140)}: ${noticed ?? (unneeded[name] ? 'unneeded' : 'NOT NOTICED')}`)
}

function checkUnneeded(): void {
  const unknown = only ? undefined : Object.keys(unneeded).find(name => !mutations.some(mutation => mutation.name === name))
  if (unknown) throw new Error(`There is no such rule any more among the unneeded: ${unknown}`)
}
