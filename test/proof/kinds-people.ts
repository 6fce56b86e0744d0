/** What is written about people and places, and about records that may be one person. */
import { isOnMyList, isOnSecretSide, onSide, opensPeople, seesPerson } from './model.ts'
import { idOf } from './ids.ts'
import { agencyOf, type Kind, leadOf, markedIn, me, type OfKinds } from './kind.ts'
import { size } from './sizes.ts'
import { type Fact, sideIn, type World } from './world.ts'
import { add, change } from './write.ts'

const person = ({ one }: OfKinds) => one % size.people
/** Somebody else. */
const another = ({ one, other }: OfKinds) => (one + 1 + (other % (size.people - 1))) % size.people
const ordered = (deed: OfKinds) => [person(deed), another(deed)].sort((a, b) => a - b) as [number, number]
const both = (world: World, deed: OfKinds, may: (world: World, by: number, one: number) => boolean) =>
  may(world, deed.by, person(deed)) && may(world, deed.by, another(deed))
/** On no list, on one's own agency's, or on another's. */
const list = (world: World, { by, other }: OfKinds) => [null, agencyOf(world, by), other % size.agencies][other % 3] as number | null
const isForMyList = (world: World, deed: OfKinds) => [null, agencyOf(world, deed.by)].includes(list(world, deed))

export const people: Record<string, Kind> = {
  'people: add somebody': {
    allows: isForMyList,
    writes: (world, deed) => add('people', { id: idOf('new', 0), ...held(world, deed), ...described }),
  },
  'people: add a place': {
    allows: isForMyList,
    writes: (world, deed) => add('places', { id: idOf('new', 1), ...held(world, deed), ...addressed }),
  },
  'people: say how two are related': {
    allows: (world, deed) => opensPeople(world, deed.by, deed.case, 'contribute', deed) && both(world, deed, seesPerson),
    writes: (world, deed) =>
      add('person_relationships', {
        ...{ ...markedIn(world, deed), person_id: idOf('people', person(deed)), other_id: idOf('people', another(deed)) },
        ...{ kind: 'friend', note: '', recorded_by: me(deed) },
      }),
    likely: inACaseOfTwo,
  },
  'people: end a relationship': {
    allows: (world, deed) => {
      const fact = world.relationships[deed.one]
      return (
        fact !== undefined &&
        opensPeople(world, deed.by, fact.case, 'contribute', fact) &&
        seesPerson(world, deed.by, fact.person) &&
        seesPerson(world, deed.by, fact.other)
      )
    },
    writes: (_, deed) => change('person_relationships', deed.one, { ended_at: 'now' }),
    likely: (world, { one }) => byLead(world, world.relationships[one]),
  },
  'people: end a name': ending('person_names', { ended_at: 'now' }),
  'people: end a need': ending('person_needs', { ended_at: 'now' }),
  'people: end a way to reach them': ending('person_contacts', { ended_on: 'today' }),
  'people: end a warning': {
    ...ending('person_warnings', {}),
    writes: (_, deed) => change('person_warnings', deed.one, { ended_at: 'now', ended_by: me(deed) }),
  },
  'people: record an equality answer': {
    allows: (world, deed) => deed.other % size.agencies === agencyOf(world, deed.by) && seesPerson(world, deed.by, person(deed)),
    writes: (_, deed) =>
      add('equality_answers', {
        ...{ person_id: idOf('people', person(deed)), agency_id: idOf('agencies', deed.other % size.agencies) },
        ...{ question: 'sex', answer: 'prefer not to say', source: 'self', recorded_by: me(deed) },
      }),
    likely: (world, deed) => ({ other: agencyOf(world, deed.by) }),
  },
  'merge: ask about two records': {
    allows: (world, deed) => both(world, deed, seesPerson),
    writes: (_, deed) => {
      const [one, other] = ordered(deed)
      return add('person_pairs', { one_id: idOf('people', one), other_id: idOf('people', other), asked_by: me(deed) })
    },
    likely: inACaseOfTwo,
  },
  'merge: answer': {
    allows: (world, deed) => {
      const pair = world.pairs[deed.one % 2]
      return pair !== undefined && keeps(world, deed.by, pair.one) && keeps(world, deed.by, pair.other)
    },
    writes: (_, deed) => change('person_pairs', deed.one % 2, { answer: 'different', answered_at: 'now', answered_by: me(deed) }),
    likely: (world, deed) => byKeeper(world, world.pairs[deed.one % 2]?.one),
  },
  'merge: show two as one': {
    allows: (world, deed) => both(world, deed, keeps) && !standApart(world, deed.by, person(deed), another(deed)),
    writes: (_, deed) =>
      add('person_merges', {
        ...{ kept_id: idOf('people', person(deed)), absorbed_id: idOf('people', another(deed)) },
        ...{ reason: 'One and the same', merged_by: me(deed) },
      }),
    likely: inACaseOfTwo,
  },
  'merge: take apart': {
    allows: (world, deed) => {
      const merge = world.merges[0]
      return merge !== undefined && keeps(world, deed.by, merge.kept) && keeps(world, deed.by, merge.absorbed)
    },
    writes: (_, deed) => change('person_merges', 0, { ended_at: 'now', ended_by: me(deed), end_reason: 'A namesake' }),
    likely: world => byKeeper(world, world.merges[0]?.kept),
  },
}

const held = (world: World, deed: OfKinds) => {
  const agency = list(world, deed)
  return { held_by: agency === null ? null : idOf('agencies', agency), created_by: me(deed) }
}
const described = { source_reference: '', given_name: 'Some', family_name: 'Body', born_precision: 'day', gender: '' }
const addressed = { name: '', line1: '9 Mill Lane', town: '', postcode: '', uprn: '', kind: 'premises' }

/** What is known about somebody is ended by those who might have added it. */
function ending(table: string, row: Record<string, string>): Kind {
  return {
    allows: (world, deed) => {
      const fact = world.contacts[deed.one]
      return fact !== undefined && mayAdd(world, deed.by, fact)
    },
    writes: (_, deed) => change(table, deed.one, row),
    likely: (world, { one }) => byLead(world, world.contacts[one]),
  }
}

const mayAdd = (world: World, by: number, fact: Fact): boolean =>
  fact.case === null ? isOnMyList(world, by, fact.person) : opensPeople(world, by, fact.case, 'contribute', fact)

/** Whoever keeps a record: on their agency's list, or in a case that they contribute to, and of which everybody in it may know. */
const keeps = (world: World, by: number, one: number): boolean =>
  isOnMyList(world, by, one) ||
  world.casePeople
    .filter(link => link.person === one)
    .some((link, _, links) => !isOnSecretSide(world, by, link, links) && opensPeople(world, by, link.case, 'contribute', onSide(link)))

/** Two people stand on different sides of a case, as far as the worker may know. */
const standApart = (world: World, by: number, one: number, other: number): boolean => {
  const seen = world.casePeople.filter(link => opensPeople(world, by, link.case, 'read', onSide(link)))
  const sideOf = (link: (typeof seen)[number]) => sideIn(world, link.case, link.side)
  return seen.some(a => a.person === one && seen.some(b => b.person === other && b.case === a.case && sideOf(a) !== sideOf(b)))
}

const byLead = (world: World, row: { case: number | null } | undefined): Partial<OfKinds> =>
  row?.case == null ? {} : { by: leadOf(world, row.case) }

/** Whoever leads a case that this person is in. */
function byKeeper(world: World, one: number | undefined): Partial<OfKinds> {
  return byLead(
    world,
    world.casePeople.find(link => link.person === one),
  )
}

/** Two people of one case, by whoever leads it. */
function inACaseOfTwo(world: World, deed: OfKinds): Partial<OfKinds> {
  const first = world.casePeople[deed.one % Math.max(1, world.casePeople.length)]
  const second = world.casePeople.find(link => link.case === first?.case && link.person !== first.person)
  if (!first || !second) return {}
  const apart = (second.person - first.person - 1 + size.people) % size.people
  return { by: leadOf(world, first.case), case: first.case, side: first.side, one: first.person, other: apart }
}
