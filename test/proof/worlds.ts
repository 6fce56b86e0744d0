/** Worlds by the thousand: any state that agencies, workers, agreements, cases and shares can be in. */
import fc from 'fast-check'
import { fittingly } from './fitting.ts'
import { deedOfKinds } from './kinds.ts'
import { around, deedAround, straightened } from './worlds-around.ts'
import { does, exactly, mark, maybe, mostly, principal, seldom, shownCategories, side, sides, size, some, upTo, when } from './sizes.ts'
import {
  type Agreement,
  type Case,
  type Consent,
  type Deed,
  type Grant,
  programmes,
  roles,
  tiers,
  type Team,
  type When,
  type Worker,
  type World,
  sidesIn,
} from './world.ts'

const worker: fc.Arbitrary<Worker> = fc.record({
  agency: upTo(size.agencies),
  standing: mostly<Worker['standing']>('here', 'left', 'suspended', 'joins tomorrow'),
  role: fc.constantFrom<Worker['role'][]>(null, null, null, null, ...roles),
})

const team: fc.Arbitrary<Team> = fc.record({
  agency: maybe(upTo(size.agencies)),
  ended: seldom,
  members: fc.uniqueArray(fc.record({ worker: upTo(size.workers), when }), { maxLength: 4, selector: member => member.worker }),
})

const agreement: fc.Arbitrary<Agreement> = fc.record({
  programmes: fc.subarray(Object.keys(programmes), { minLength: 2 }),
  when,
  suspended: seldom,
  parties: fc.uniqueArray(
    fc.record({ agency: upTo(size.agencies), when: fc.constantFrom<When[]>('now', 'now', 'now', 'over', 'to come') }),
    {
      minLength: 2,
      maxLength: 4,
      selector: party => party.agency,
    },
  ),
})

/** A case's parent is one that was opened before it. */
const cases: fc.Arbitrary<Case[]> = fc.tuple(
  ...Array.from({ length: size.cases }, (_, index) =>
    fc.record({
      programme: fc.constantFrom(...Object.keys(programmes)),
      lead: upTo(size.workers),
      team: mostly<number | null>(null, 0, 1, 2),
      parent: index === 0 ? fc.constant(null) : maybe(upTo(index)),
      closed: seldom,
    }),
  ),
)

const restricted = { before: seldom, author: upTo(size.workers), readers: mostly<number[] | null>(null, [], [1], [0, 2, 4]) }

const grant: fc.Arbitrary<Grant> = fc
  .record({
    case: upTo(size.cases),
    to: principal,
    tier: fc.constantFrom(...tiers),
    sides,
    categories: shownCategories,
    agreement: fc.oneof(
      { weight: 4, arbitrary: upTo(size.agreements) as fc.Arbitrary<number | null> },
      { weight: 3, arbitrary: fc.constant(null) },
    ),
    consent: fc.constantFrom<(number | null)[]>(null, null, 0, 1),
    emergency: seldom,
    subCases: fc.boolean(),
    when,
    revoked: seldom,
  })
  // A share rests on one thing only.
  .map(({ agreement, consent, emergency, subCases, ...share }) => ({
    ...share,
    emergency,
    subCases: subCases && !emergency,
    agreement: emergency ? null : agreement,
    consent: emergency || agreement !== null ? null : consent,
  }))

const agreementOrNot = maybe(upTo(size.agreements))
const person = upTo(size.people)

const deed = fc.oneof(
  ...(['write entry', 'add document', 'record outcome', 'amend case', 'close case', 'open sub-case', 'set aim'] as const).map(name =>
    does(name, {}),
  ),
  ...(['add person', 'record contact', 'record contact outside', 'amend person'] as const).map(name => does(name, { person })),
  does('give task', { to: principal }),
  does('send message', { to: maybe(principal) }),
  does('share', { to: principal, agreement: agreementOrNot, sides, categories: shownCategories, subCases: seldom }),
  does('end share', { share: upTo(8) }),
  does('end role', { link: upTo(6) }),
  does('finish task', { task: upTo(4) }),
) as fc.Arbitrary<Deed>

/** Anything that somebody may try to do. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: deed },
  { weight: 4, arbitrary: deedAround },
  { weight: 7, arbitrary: deedOfKinds },
)

const drawn: fc.Arbitrary<World> = fc.record({
  agencies: exactly(fc.record({ suspended: seldom }), size.agencies),
  workers: exactly(worker, size.workers),
  teams: exactly(team, size.teams),
  agreements: exactly(agreement, size.agreements),
  cases,
  consents: exactly(
    fc.record({
      case: upTo(size.cases),
      side,
      person: upTo(size.people),
      state: mostly<Consent['state']>('stands', 'expired', 'withdrawn'),
    }),
    size.consents,
  ),
  grants: some(grant, 8),
  conflicts: fc.uniqueArray(
    fc.record({
      worker: upTo(size.workers),
      person: maybe(upTo(size.people)),
      case: upTo(size.cases),
      lifted: seldom,
      declaredBy: maybe(upTo(size.workers)),
    }),
    { minLength: 1, maxLength: 2, selector: ({ worker, person, case: which }) => `${worker} ${person ?? `in ${which}`}` },
  ),
  people: exactly(fc.record({ heldBy: maybe(upTo(size.agencies)) }), size.people),
  casePeople: fc.uniqueArray(fc.record({ case: upTo(size.cases), person: upTo(size.people), side, ended: seldom }), {
    maxLength: 6,
    selector: link => `${link.case} ${link.person}`,
  }),
  contacts: some(fc.record({ person: upTo(size.people), case: maybe(upTo(size.cases)), ...mark }), 4),
  entries: some(fc.record({ case: upTo(size.cases), about: maybe(upTo(size.people)), ...mark, ...restricted }), 6),
  tasks: some(fc.record({ case: upTo(size.cases), to: principal, before: seldom, done: fc.boolean(), ...mark }), 4),
  messages: some(
    fc.record({
      case: upTo(size.cases),
      author: upTo(size.workers),
      to: maybe(principal),
      before: seldom,
      reader: mostly<number | null>(null, 0, 1, 2),
      ...mark,
    }),
    4,
  ),
  documents: some(fc.record({ case: upTo(size.cases), ...mark, ...restricted }), 3),
  ...around,
  asking: fc.shuffledSubarray([...Array(size.workers).keys()], { minLength: 3, maxLength: 3 }),
  deeds: exactly(anyDeed, 14),
})

/** A share of a case without sides is a share of all of it; an emergency opens a case to one worker, and often over their conflict. */
export const world: fc.Arbitrary<World> = drawn.map(ledByASide).map(of => ({
  ...fittingly(straightened(of)),
  grants: of.grants.map(share => opened(of, { ...share, sides: sidesIn(of.cases, share.case, share.sides) })),
}))

/** In some worlds somebody leads one side of a case that is shared with others, and tries to end their share: drawn apart, the two hardly ever meet. */
function ledByASide(of: World): World {
  const [share, guest, ...others] = of.grants
  if (!share || guest?.tier !== 'lead') return of
  const by = guest.to[1] % size.workers
  const lead: Grant = {
    ...guest,
    case: share.case,
    to: ['worker', by],
    sides: ['victim'],
    agreement: null,
    consent: null,
    emergency: false,
    when: 'now',
    revoked: false,
  }
  const tries = of.deeds.map(
    (deed, index): Deed => (index === 1 ? { does: 'end share', share: 0, by, case: share.case, side: null, category: null } : deed),
  )
  return { ...of, grants: [share, lead, ...others], deeds: tries }
}

function opened({ conflicts: [conflict], cases }: World, share: Grant): Grant {
  if (!share.emergency) return share
  if (!conflict || conflict.person !== null) return { ...share, to: ['worker', share.to[1]] }
  return { ...share, case: conflict.case, to: ['worker', conflict.worker], sides: sidesIn(cases, conflict.case, share.sides) }
}
