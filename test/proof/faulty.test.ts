/** The proof proved: a model that leaves one rule out is caught by the same worlds, and so would be a database that does. */
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { answersTo, askedBy } from './answers.ts'
import { agencyOf, answersFor, wholeSight } from './around.ts'
import { sightIn } from './ask.ts'
import { worldsOf } from './database.ts'
import { isOf, opens, reaches, seesPerson, type Sight, works } from './model.ts'
import { seesFlag } from './receipts.ts'
import { isOfReceipt } from './surroundings.ts'
import { urgentFor } from './urgent.ts'
import { at, type World } from './world.ts'
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
  'that a message which was opened waits no more': of => ({ ...of, messages: of.messages.map(one => ({ ...one, reader: null })) }),
  'that what was asked and done is told at the two ends of a share alone': of => ({
    ...of,
    happenings: of.happenings.map(one => (isOfReceipt(one) && one.kind !== 'share_understood' ? { ...one, kind: 'entry_added' } : one)),
  }),
  'that what was for somebody by name does not follow them to another agency': of => ({
    ...of,
    tasks: of.tasks.map(one => ({ ...one, before: false })),
    messages: of.messages.map(one => ({ ...one, before: false })),
    entries: of.entries.map(one => ({ ...one, before: false })),
  }),
  'to whom a message is': of => ({ ...of, messages: of.messages.map(message => ({ ...message, to: null })) }),
}

const reads = (of: World, worker: number, which: number) => opens(of, worker, which, 'read')
const places = <T>(rows: T[], sees: (row: T, index: number) => boolean) =>
  rows.flatMap((row, index) => (sees(row, index) ? [`${index}`] : []))

/** What functions would answer if everybody held a role. */
function ofRole(of: World, worker: number, role: World['workers'][number]['role'], names: string[]): Sight {
  const answers = answersTo({ ...of, workers: of.workers.map(one => ({ ...one, role })) }, worker)
  return Object.fromEntries(names.map(name => [name, answers[name] ?? []]))
}

/** What somebody would see in one table if its rule were forgotten. */
const careless: Record<string, (of: World, worker: number) => Sight> = {
  'that a receipt is for the two ends of a share': (of, worker) => ({
    receipts: of.receipts
      .filter(one => reads(of, worker, at(of.grants, one.grant).case))
      .map(one => `grants ${one.grant} for ${one.step}`)
      .sort(),
  }),
  'whom an alert tells': of => ({ urgent_alerts: places(of.alerts, () => true) }),
  'that what somebody leads, and what rests on an agreement, is for those who administer': (of, worker) =>
    ofRole(of, worker, 'partnership_administrator', ['cases_led_by', 'shares_under']),
  'that whom a conflict keeps out is for those who lead or answer for a case': (of, worker) =>
    ofRole(of, worker, 'information_governance_lead', ['kept_out_of']),
  'that all shares of a case are for those who read it or answer for it': (of, worker) =>
    ofRole(of, worker, 'information_governance_lead', ['shares_of']),
  'that nobody but the team is told of something urgent': (of, worker) => ({
    urgent_for_me: urgentFor({ ...of, alerts: of.alerts.map(alert => ({ ...alert, worker })) }, worker).sort(),
  }),
  'for whom something waits': (of, worker) => ({
    may_wait: ['alerts', 'messages', 'recalls', 'requests', 'searches'].map(what => `cases ${askedBy(of, worker).which} for ${what}`),
  }),
  'that a colleague does not learn which case is urgent': (of, worker) => ({
    urgent_for_me: urgentFor(of, worker)
      .map(one => one.replace('hidden', 'here'))
      .sort(),
  }),
  'that nobody reviews themself': (of, worker) => ({
    flags: places(of.flags, ({ worker: whose }) => answersFor(of, worker) && agencyOf(of, whose) === agencyOf(of, worker)),
  }),
  'that the partnership reviews those who review': (of, worker) => ({
    flags: places(of.flags, flag => answersFor(of, worker) && seesFlag(of, worker, flag)),
  }),
  'who knows what is sealed': () => ({ audit_seals: ['0'] }),
  'that tries are for those who answer for the agency': of => ({ emergency_attempts: places(of.workers, () => true) }),
  'whose last look it was': (of, worker) => ({
    last_looks: of.cases
      .flatMap((_, which) => (of.looks.some(look => look.case === which) ? [`workers ${worker} for ${which}`] : []))
      .sort(),
  }),
  'that a closure is for those who read the case': of => ({ closures: places(of.cases, one => one.closed) }),
  'that a pair is for those who see both': (of, worker) => ({ person_pairs: places(of.pairs, ({ one }) => seesPerson(of, worker, one)) }),
  'that a share which opens nothing shows nothing': (of, worker) => ({
    case_access: of.grants
      .flatMap((share, grant) =>
        of.cases.flatMap((_, which) => (isOf(of, worker, share.to) && reaches(of, share, which) ? [`grants ${grant} for ${which}`] : [])),
      )
      .sort(),
  }),
}

/** What each worker sees, world by world. */
const seen: { of: World; sights: Sight[] }[] = []

beforeAll(async () => {
  for (const of of fc.sample(world, { numRuns: 60, seed: 7 }))
    await inWorld(of, async () => {
      const sights: Sight[] = []
      for (const worker of of.workers.keys()) sights.push(await sightIn(client(), of, worker))
      seen.push({ of, sights })
    })
})

const differing = (answer: (of: World, worker: number) => Sight): number =>
  seen.filter(({ of, sights }) => sights.some((sight, worker) => !isDeepStrictEqual(sight, answer(of, worker)))).length

test('the model that knows every rule agrees in each of the worlds', () => {
  expect(differing(wholeSight)).toBe(0)
})

test.each(Object.entries(forgotten))('a model that forgets %s is caught', (_, forgetting) => {
  expect(differing((of, worker) => wholeSight(forgetting(of), worker))).toBeGreaterThan(0)
})

test.each(Object.entries(careless))('a model that forgets %s is caught', (_, forgetting) => {
  const answer = (of: World, worker: number) => (works(of, worker) ? { ...wholeSight(of, worker), ...forgetting(of, worker) } : {})
  expect(differing(answer)).toBeGreaterThan(0)
})
