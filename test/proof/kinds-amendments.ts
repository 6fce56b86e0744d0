/** What is changed and added to what stands in a case already: plan, places, chronology, messages, receipts. */
import { wholeSight } from './around.ts'
import { idOf } from './ids.ts'
import { agencyOf, type Kind, leadOf, me, type OfKinds } from './kind.ts'
import { isFor, isShut, leadsWhole, onSide, opens, opensPeople, seesPerson } from './model.ts'
import { aQuestionWaits, hasLooked, received, seesFlag } from './receipts.ts'
import { size } from './sizes.ts'
import type { Placed } from './surroundings.ts'
import { at, type World } from './world.ts'
import { add, change, changeWhere } from './write.ts'

const sees = (world: World, worker: number, table: string, index: number): boolean =>
  wholeSight(world, worker)[table]?.includes(`${index}`) ?? false

/** The same world without emergencies. */
const calm = (world: World): World => ({ ...world, grants: world.grants.map(one => (one.emergency ? { ...one, revoked: true } : one)) })

const byLead = (world: World, row: { case: number } | undefined): Partial<OfKinds> => (row ? { by: leadOf(world, row.case) } : {})

/** A row of a list that stands in a case, changed by whoever contributes to its side. */
function inCase<T extends Placed>(
  table: string,
  list: (world: World) => T[],
  row: (deed: OfKinds) => Record<string, unknown>,
  asks: typeof opens = opensPeople,
): Kind {
  return {
    allows: (world, deed) => {
      const of = list(world)[deed.one]
      return of !== undefined && asks(world, deed.by, of.case, 'contribute', onSide(of))
    },
    writes: (_, deed) => change(table, deed.one, row(deed)),
    likely: (world, deed) => byLead(world, list(world)[deed.one]),
  }
}

export const amendments: Record<string, Kind> = {
  'case: amend an aim': inCase(
    'aims',
    world => world.placed,
    () => ({ title: 'A safer home' }),
    opens,
  ),
  'case: end the role of a thing': inCase(
    'case_objects',
    world => world.placed,
    deed => ({ ended_at: 'now', ended_by: me(deed) }),
  ),
  'case: grade a place': inCase(
    'case_places',
    world => world.casePlaces,
    () => ({ grade: 'high', grade_reason: 'Two fires' }),
  ),
  'case: reopen': {
    allows: (world, deed) => at(world.cases, deed.case).closed && leadsWhole(world, deed.by, deed.case),
    writes: (_, deed) => change('closures', deed.case, { reopened_at: 'now', reopened_by: me(deed), reopen_reason: 'It began again' }),
    likely: (world, deed) => ({ by: leadOf(world, deed.case) }),
  },
  'chronology: say whom an entry is about': {
    allows: (world, deed) => {
      const entry = world.entries[deed.one]
      return entry?.author === deed.by && sees(world, deed.by, 'entries', deed.one) && seesPerson(world, deed.by, deed.other % size.people)
    },
    writes: (_, deed) => add('entry_people', { entry_id: idOf('entries', deed.one), person_id: idOf('people', deed.other % size.people) }),
    likely: (world, deed) => byAuthor(world.entries[deed.one]),
  },
  'chronology: take a name back': {
    allows: (world, deed) => {
      const entry = world.entries[deed.one]
      return entry?.author === deed.by && (entry.readers?.includes(deed.other) ?? false) && !isShut(world, deed.by, entry.case)
    },
    writes: (_, deed) =>
      changeWhere('named_readers', { record_id: idOf('entries', deed.one), worker_id: idOf('workers', deed.other) }, { ended_at: 'now' }),
    likely: (world, deed) => ({ ...byAuthor(world.entries[deed.one]), other: world.entries[deed.one]?.readers?.[0] ?? deed.other }),
  },
  'plan: note progress': {
    allows: (world, deed) => {
      const task = world.tasks[deed.one]
      const isMine = task !== undefined && isFor(world, deed.by, task.to, task)
      return (
        task !== undefined && sees(world, deed.by, 'tasks', deed.one) && (isMine || opens(world, deed.by, task.case, 'contribute', task))
      )
    },
    writes: (world, deed) =>
      add('task_notes', {
        ...{ task_id: idOf('tasks', deed.one), case_id: idOf('cases', world.tasks[deed.one]?.case ?? 0) },
        ...{ body: 'Rang again', ...inOwnName(world, deed) },
      }),
    likely: (world, deed) => byLead(world, world.tasks[deed.one]),
  },
  'message: mark as read': {
    allows: (world, deed) => deed.other % size.workers === deed.by && sees(calm(world), deed.by, 'messages', deed.one),
    writes: (_, deed) =>
      add('message_reads', { message_id: idOf('messages', deed.one), worker_id: idOf('workers', deed.other % size.workers) }),
    likely: (world, deed) => ({ ...byLead(world, world.messages[deed.one]), other: leadOf(world, world.messages[deed.one]?.case ?? 0) }),
  },
  'record: note a deed': {
    allows: (world, deed) => opens(world, deed.by, deed.case, 'pointer') || handsOver(world, deed),
    writes: (world, deed) =>
      add('events', {
        ...{
          kind: 'entry_added',
          case_id: idOf('cases', deed.case),
          subject_id: idOf('entries', 0),
          detail: {},
          restricted: false,
          about_people: false,
        },
        ...{ worker_id: me(deed), agency_id: idOf('agencies', agencyOf(world, deed.by)) },
      }),
  },
  'record: review a flag': {
    allows: (world, deed) => {
      const flag = world.flags[deed.one % 2]
      return flag !== undefined && !flag.reviewed && seesFlag(world, deed.by, flag)
    },
    writes: (_, deed) =>
      change('flags', deed.one % 2, {
        outcome: 'explained',
        note: 'They cover for one another',
        reviewed_at: 'now',
        reviewed_by: me(deed),
      }),
    likely: (world, deed) => {
      const one = deed.one % Math.max(1, world.flags.length)
      const flagged = world.flags[one]?.worker
      const answering = (one: World['workers'][number]) =>
        one.role === 'information_governance_lead' && flagged !== undefined && one.agency === agencyOf(world, flagged)
      const by = world.workers.findIndex(answering)
      return by < 0 ? { one } : { by, one }
    },
  },
  'receipt: understand': receipt('understood', (world, deed) => isOpened(world, deed)),
  'receipt: act': receipt('acted', (world, deed) => isOpened(world, deed) && aTaskOf(world, deed)),
  'receipt: answer': receipt('answered', (world, deed) => deed.one in world.grants && aQuestionWaits(world, deed.by, deed.one)),
}

const byAuthor = (row: { author: number } | undefined): Partial<OfKinds> => (row ? { by: row.author } : {})

const inOwnName = (world: World, { by }: OfKinds) => ({ author_id: idOf('workers', by), agency_id: idOf('agencies', agencyOf(world, by)) })

/** Who administers an agency, or answers for its information, writes down that its cases were handed over. */
const handsOver = (world: World, { by, case: which }: OfKinds): boolean => {
  const { role } = at(world.workers, by)
  return role === 'partnership_administrator' || (role !== null && agencyOf(world, leadOf(world, which)) === agencyOf(world, by))
}

/** Said once for a share; with every other deed, a task is named as what was done. */
function receipt(step: string, may: Kind['allows']): Kind {
  return {
    allows: may,
    writes: (_, deed) =>
      add('receipts', {
        grant_id: idOf('grants', deed.one),
        step,
        worker_id: me(deed),
        words: 'Seen to it',
        task_id: step === 'acted' && namesTask(deed) ? idOf('tasks', deed.other % 4) : null,
      }),
    likely: (world, deed) => (step === 'answered' ? asked(world, deed) : opened(world, deed)),
  }
}

/** Whoever led a case about which something was asked. */
function asked(world: World, deed: OfKinds): Partial<OfKinds> {
  const share = world.grants[world.receipts.find(({ step }) => step === 'understood')?.grant ?? deed.one]
  return share ? { one: world.grants.indexOf(share), by: leadOf(world, share.case) } : {}
}

/** Somebody who has a share and has looked, and a task of its case. */
function opened(world: World, deed: OfKinds): Partial<OfKinds> {
  const ends = world.grants.flatMap((_, one) =>
    [...world.workers.keys()].filter(by => received(world, by, one)).map(by => ({ one, by, other: 7 })),
  )
  const looked = ends.filter(end => isOpened(world, { ...deed, ...end }))
  const isDone = deed.case % 2 === 0
  const withTask = looked.flatMap(end =>
    world.tasks.flatMap((task, other) => (task.done === isDone && task.case === world.grants[end.one]?.case ? [{ ...end, other }] : [])),
  )
  const seen = withTask.filter(({ by, other }) => sees(world, by, 'tasks', other))
  return (namesTask(deed) ? seen[0] : undefined) ?? looked[0] ?? ends[0] ?? {}
}

/** Every other time, a task is named as what was done. */
const namesTask = ({ other }: Pick<OfKinds, 'other'>): boolean => other < 4

const isOpened = (world: World, { by, one }: OfKinds): boolean =>
  world.grants[one] !== undefined && received(world, by, one) && hasLooked(world, by, at(world.grants, one).case)

/** A task counts when it is done, and of that case. */
function aTaskOf(world: World, { by, one, other }: OfKinds): boolean {
  if (!namesTask({ other })) return true
  const task = world.tasks[other % 4]
  return task?.done === true && task.case === at(world.grants, one).case && sees(world, by, 'tasks', other % 4)
}
