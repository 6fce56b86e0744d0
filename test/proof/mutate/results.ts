/** What has been found of each broken rule: kept while the run goes on, so that it can be taken up again, and told as a table at its end. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Mutation } from './policies.ts'
import { unneeded } from './unneeded.ts'

const file = 'node_modules/.kith-mutations.json'

/** Who noticed each broken rule, by its name; null when nobody did. */
export type Results = Map<string, string | null>

export const kept = (): Results => new Map(Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | null>))

export function keep(results: Results): void {
  writeFileSync(file, JSON.stringify(Object.fromEntries(results), null, 2))
}

/** Says how it went, rule by rule; whether all is well. */
export function tell(mutations: Mutation[], results: Results): boolean {
  const byRule = Map.groupBy(mutations, ({ of }) => of)
  const noticed = (list: Mutation[], by: RegExp) => list.filter(({ name }) => by.test(results.get(name) ?? '')).length
  console.log('\nRules of                 broken   noticed by worlds   by tests   by nobody')
  for (const [of, list] of byRule) {
    const [worlds, tests] = [noticed(list, /^world/), noticed(list, /^(?!world)./)]
    console.log(
      of.padEnd(24) + [list.length, worlds, tests, list.length - worlds - tests].map(count => `${count}`.padStart(8)).join('    '),
    )
  }
  const unnoticed = mutations.filter(({ name }) => !results.get(name))
  const faults = [
    ...unnoticed.filter(({ name }) => !unneeded[name]).map(({ name }) => `Nobody notices ${name}`),
    ...mutations
      .filter(({ name }) => unneeded[name] && results.get(name))
      .map(({ name }) => `Is noticed, and stands among the unneeded: ${name}`),
  ]
  console.log(`\n${mutations.length} rules broken, ${mutations.length - unnoticed.length} noticed.`)
  for (const { name } of unnoticed.filter(({ name }) => unneeded[name])) console.log(`Not noticed: ${name}\n  because ${unneeded[name]}`)
  for (const fault of faults) console.log(fault)
  return faults.length === 0
}
