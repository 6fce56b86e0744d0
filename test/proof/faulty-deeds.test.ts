/** The proof proved for what is done: a model that leaves one rule out is caught, and every deed is tried both by those who may and by those who may not. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { worldsOf } from './database.ts'
import { allows } from './deeds.ts'
import { fittingly } from './fitting.ts'
import type { OfKinds } from './kind.ts'
import { deedOfKinds } from './kinds.ts'
import { works } from './model.ts'
import { happens } from './try.ts'
import type { Deed, World } from './world.ts'
import { world } from './worlds.ts'

const { client, inWorld } = worldsOf()

const everybodyLooked = (of: World): World['looks'] =>
  of.workers.flatMap((_, by) =>
    of.cases.map((_, which) => ({
      by,
      case: which,
      entry: null,
      side: null,
      category: null,
      kind: 'case' as const,
      person: 0,
      refused: 0,
    })),
  )

/** Told of a world, or of a deed, in which a rule has nothing to hold on to, the model answers as if it did not know that rule. */
const forgotten: Record<string, (of: World, deed: OfKinds) => { of?: Partial<World>; deed?: Partial<OfKinds> }> = {
  'that the partnership looks after everybody': of => ({
    of: { workers: of.workers.map(one => (one.role === 'partnership_administrator' ? { ...one, role: null } : one)) },
  }),
  'that administrators look after their own agency': of => ({
    of: { workers: of.workers.map(one => (one.role === 'agency_administrator' ? { ...one, role: 'partnership_administrator' } : one)) },
  }),
  'that those who answer for information sign for their agency': of => ({
    of: { workers: of.workers.map(one => (one.role === 'information_governance_lead' ? { ...one, role: null } : one)) },
  }),
  'that what has ended in a team stays ended': of => ({
    of: { teams: of.teams.map(team => ({ ...team, members: team.members.map(member => ({ ...member, when: 'now' })) })) },
  }),
  'that one looks before one understands': of => ({ of: { looks: everybodyLooked(of) } }),
  'that a task counts when it is done': of => ({ of: { tasks: of.tasks.map(task => ({ ...task, done: true })) } }),
  'that an answer needs a question': of => ({ of: { receipts: of.grants.map((_, grant) => ({ grant, step: 'understood', by: 0 })) } }),
  'that a flag is reviewed once': of => ({ of: { flags: of.flags.map(flag => ({ ...flag, reviewed: false })) } }),
  'that somebody is told once': of => ({ of: { alerts: of.alerts.map(alert => ({ ...alert, mailed: false })) } }),
  'that records of two sides are never merged': of => ({ of: { casePeople: of.casePeople.map(link => ({ ...link, side: null })) } }),
  'whose list a person is on': of => ({ of: { people: of.people.map(() => ({ heldBy: null })) } }),
  'that only what is closed is reopened': of => ({ of: { cases: of.cases.map(one => ({ ...one, closed: true })) } }),
  'that a closed case stays as it was': of => ({ of: { cases: of.cases.map(one => ({ ...one, closed: false })) } }),
  'that an emergency opens nothing without an agreement in force': of => ({
    of: { agreements: of.agreements.map(one => ({ ...one, when: 'now', suspended: false })) },
  }),
  'that nobody in conflict opens or leads a case': of => ({ of: { conflicts: of.conflicts.map(one => ({ ...one, lifted: true })) } }),
  'that a case is handed on within its agency': (of, { does, one }) => ({
    of:
      does === 'call: hand a case over'
        ? { workers: of.workers.map((worker, index) => (index === one % of.workers.length ? { ...worker, agency: 0 } : worker)) }
        : {},
  }),
  'who wrote an entry': (of, { by }) => ({ of: { entries: of.entries.map(entry => ({ ...entry, author: by })) } }),
  'what is somebody’s own': (_, { does, by }) => ({ deed: does.startsWith('own: ') ? { one: by } : {} }),
}

/** What was tried, and whether PostgreSQL let it happen. */
const tried: { of: World; deed: Deed; happened: boolean }[] = []

beforeAll(async () => {
  const drawn = fc.tuple(world, fc.array(deedOfKinds, { minLength: 60, maxLength: 60 }))
  for (const [some, deeds] of fc.sample(drawn, { numRuns: 90, seed: 7 })) {
    const of = fittingly({ ...some, deeds })
    await inWorld(of, async () => {
      for (const [index, happened] of (await happens(client(), of)).entries()) tried.push({ of, deed: of.deeds[index] as Deed, happened })
    })
  }
}, 120_000)

test('the model that knows every rule agrees on every deed', () => {
  expect(tried.filter(({ of, deed, happened }) => allows(of, deed) !== happened).map(({ deed }) => deed)).toEqual([])
})

test.each(Object.entries(forgotten))('a model that forgets %s is caught', (_, forgetting) => {
  const answers = (of: World, deed: Deed) => {
    const without = forgetting(of, deed as OfKinds)
    return allows({ ...of, ...without.of }, { ...deed, ...without.deed } as Deed)
  }
  expect(tried.filter(({ of, deed, happened }) => answers(of, deed) !== happened).length).toBeGreaterThan(0)
})

test('every deed is tried by somebody who may and by somebody who may not, both of them at work', () => {
  const answers = new Map<string, Set<boolean>>()
  for (const of of fc.sample(world, { numRuns: 2000, seed: 7 }))
    for (const deed of of.deeds) if (works(of, deed.by)) answers.set(deed.does, (answers.get(deed.does) ?? new Set()).add(allows(of, deed)))
  // Everybody may search.
  expect([...answers].filter(([does, both]) => both.size < 2 && does !== 'search').map(([does, [all]]) => `${does}: ${all}`)).toEqual([])
})
