/** The proof proved: a model that leaves one rule out is caught by the same worlds, and so would be a database that does. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { wholeSight } from './around.ts'
import { sightIn } from './ask.ts'
import { worldsOf } from './database.ts'
import type { Sight } from './model.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

const { client, inWorld } = worldsOf()

/** Told of a world in which a rule has nothing to hold on to, the model answers as if it did not know that rule. */
const forgotten: Record<string, (of: World) => World> = {
  'how far a share goes': of => ({ ...of, grants: of.grants.map(share => ({ ...share, tier: 'lead' })) }),
  'from when until when a share runs': of => ({ ...of, grants: of.grants.map(share => ({ ...share, when: 'now' })) }),
  'that a share can be ended': of => ({ ...of, grants: of.grants.map(share => ({ ...share, revoked: false })) }),
  'which sides a share opens': of => ({ ...of, grants: of.grants.map(share => ({ ...share, sides: null })) }),
  'which categories a share opens': of => ({ ...of, grants: of.grants.map(share => ({ ...share, categories: null })) }),
  'that sub-cases are shared along only where the share says so': of => ({
    ...of,
    grants: of.grants.map(share => ({ ...share, subCases: true })),
  }),
  'that an agreement can be suspended': of => ({ ...of, agreements: of.agreements.map(one => ({ ...one, suspended: false })) }),
  'that an agreement runs for a time': of => ({ ...of, agreements: of.agreements.map(one => ({ ...one, when: 'now' })) }),
  'that agencies leave agreements': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, parties: one.parties.map(party => ({ ...party, when: 'now' })) })),
  }),
  'that workers leave and are suspended': of => ({ ...of, workers: of.workers.map(worker => ({ ...worker, standing: 'here' })) }),
  'that agencies are suspended': of => ({ ...of, agencies: of.agencies.map(() => ({ suspended: false })) }),
  'that a seat in a team ends': of => ({
    ...of,
    teams: of.teams.map(team => ({ ...team, members: team.members.map(member => ({ ...member, when: 'now' })) })),
  }),
  'conflicts of interest': of => ({ ...of, conflicts: of.conflicts.map(one => ({ ...one, lifted: true })) }),
  'that an emergency passes over a conflict': of => ({ ...of, grants: of.grants.map(share => ({ ...share, emergency: false })) }),
  'that consent ends': of => ({ ...of, consents: of.consents.map(one => ({ ...one, state: 'stands' })) }),
  'that restricted entries have named readers': of => ({ ...of, entries: of.entries.map(entry => ({ ...entry, readers: null })) }),
  'that restricted documents have named readers': of => ({ ...of, documents: of.documents.map(one => ({ ...one, readers: null })) }),
  'that the subject must never learn of some cases': of => ({
    ...of,
    cases: of.cases.map(one => ({ ...one, programme: one.programme === 'da-marac' ? 'mediation' : one.programme })),
  }),
  'that a team keeps its case to itself': of => ({ ...of, cases: of.cases.map(one => ({ ...one, team: null })) }),
  'what a governance lead answers for': of => ({ ...of, workers: of.workers.map(worker => ({ ...worker, role: null })) }),
  'to whom a message is': of => ({ ...of, messages: of.messages.map(message => ({ ...message, to: null })) }),
}

/** What each worker sees, world by world. */
const seen: { of: World; sights: Sight[] }[] = []

beforeAll(async () => {
  for (const of of fc.sample(world, { numRuns: 60, seed: 7 }))
    await inWorld(of, async () => {
      const sights: Sight[] = []
      for (const worker of of.workers.keys()) sights.push(await sightIn(client(), worker))
      seen.push({ of, sights })
    })
})

const differing = (forgetting: (of: World) => World): number =>
  seen.filter(({ of, sights }) => sights.some((sight, worker) => !isDeepStrictEqual(sight, wholeSight(forgetting(of), worker)))).length

test('the model that knows every rule agrees in each of the worlds', () => {
  expect(differing(of => of)).toBe(0)
})

test.each(Object.entries(forgotten))('a model that forgets %s is caught', (_, forgetting) => {
  expect(differing(forgetting)).toBeGreaterThan(0)
})
