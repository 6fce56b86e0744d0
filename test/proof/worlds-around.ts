/** What lies around the cases of a world, drawn by lot, and what somebody tries to do there. */
import fc from 'fast-check'
import { type Alert, type Around, type Happening, isOfReceipt, type Look, type Recall, type Receipt, type Request } from './surroundings.ts'
import { does, mark, maybe, principal, seldom, shownCategories, side, sides, size, some, upTo } from './sizes.ts'
import { wholeTeam } from './urgent.ts'
import { at, type Deed, type Message, type World } from './world.ts'

const aCase = upTo(size.cases)
const aWorker = upTo(size.workers)
const anAgency = upTo(size.agencies)
const aPerson = upTo(size.people)
const anEntry = upTo(6)

const noted = { by: aWorker, case: maybe(aCase), entry: maybe(anEntry), ...mark }

export const around: { [Key in keyof Around]: fc.Arbitrary<Around[Key]> } = {
  places: fc.array(fc.record({ heldBy: maybe(anAgency) }), { minLength: size.places, maxLength: size.places }),
  casePlaces: fc.uniqueArray(fc.record({ case: aCase, side, place: upTo(size.places) }), {
    minLength: 1,
    maxLength: 4,
    selector: one => `${one.case} ${one.place}`,
  }),
  placed: some(fc.record({ case: aCase, side }), 4),
  relationships: some(fc.record({ case: aCase, ...mark, person: aPerson, other: aPerson }), 2),
  answers: some(fc.record({ person: aPerson, agency: anAgency }), 2),
  merges: some(fc.record({ kept: aPerson, absorbed: aPerson }), 1),
  happenings: some(
    fc.record({
      ...noted,
      kind: fc.constantFrom<Happening['kind'][]>(
        'entry_added',
        'entry_added',
        'message_sent',
        'worker_added',
        'records_merged',
        'conflict_found',
        'conflict_declared',
        'share_understood',
        'share_question_answered',
        'share_acted_upon',
      ),
      to: maybe(principal),
      person: aPerson,
      conflict: upTo(2),
      share: upTo(4),
      aboutPeople: seldom,
    }),
    4,
  ),
  looks: some(
    fc.record({
      ...noted,
      kind: fc.constantFrom<Look['kind'][]>('case', 'person', 'print', 'search', 'refused'),
      person: aPerson,
      refused: aCase,
    }),
    4,
  ),
  requests: some(
    fc.record({
      by: aWorker,
      to: anAgency,
      agreement: upTo(size.agreements),
      case: maybe(aCase),
      handedTo: maybe(aWorker),
      answered: seldom,
    }),
    3,
  ),
  recalls: fc.uniqueArray(
    fc.record({
      case: aCase,
      agency: anAgency,
      kind: fc.constantFrom<Recall['kind'][]>('share', 'person', 'entry', 'worker'),
      subject: upTo(4),
      confirmed: seldom,
    }),
    { minLength: 2, maxLength: 3, selector: one => `${one.case} ${one.agency} ${one.kind} ${one.subject}` },
  ),
  copies: some(fc.record({ recall: upTo(2), worker: aWorker, case: aCase, ...mark }), 3),
  emergencies: some(fc.record({ by: aWorker, case: aCase, reviewed: seldom }), 2),
  notices: some(fc.record({ to: principal, case: maybe(aCase) }), 3),
  receipts: fc.uniqueArray(
    fc.record({ grant: upTo(4), step: fc.constantFrom<Receipt['step'][]>('understood', 'understood', 'answered', 'acted'), by: aWorker }),
    {
      maxLength: 4,
      selector: one => `${one.grant} ${one.step}`,
    },
  ),
  alerts: fc.uniqueArray(fc.record({ grant: upTo(4), message: maybe(upTo(2)), worker: aWorker, mailed: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
    selector: one => `${one.message === null ? one.grant : `message ${one.message}`} ${one.worker}`,
  }),
  flags: fc.uniqueArray(fc.record({ worker: aWorker, reviewed: fc.boolean() }), { maxLength: 2, selector: one => one.worker }),
  pairs: fc.uniqueArray(fc.record({ one: aPerson, other: aPerson }), { maxLength: 2, selector: one => `${[one.one, one.other].sort()}` }),
  searches: fc.uniqueArray(fc.record({ case: aCase, by: aWorker }), { maxLength: 2, selector: one => `${one.case} ${one.by}` }),
}

/** Rows as they can be: somebody is not related to themselves, asks another agency, what was taken away was of the case that ended, and what is outside every case has no mark. */
export function straightened(of: World): World {
  const otherThan = (one: number, other: number, count: number) => (one === other ? (one + 1) % count : one)
  const about = <T extends { case: number | null; entry: number | null }>(row: T): T =>
    row.case === null ? { ...row, side: null, category: null, entry: null } : { ...row, entry: row.entry && row.entry % of.entries.length }
  const outside = new Set<string>(['conflict_found', 'conflict_declared', 'worker_added', 'records_merged', 'refused', 'person'])
  const noted = <T extends Happening | Look>(row: T): T => about(outside.has(row.kind) ? { ...row, case: null } : row)
  return {
    ...of,
    relationships: of.relationships.map(one => ({ ...one, other: otherThan(one.other, one.person, size.people) })),
    pairs: of.pairs
      .filter(({ one, other }) => one !== other)
      .map(({ one, other }) => ({ one: Math.min(one, other), other: Math.max(one, other) })),
    merges: of.merges.map(one => ({ ...one, absorbed: otherThan(one.absorbed, one.kept, size.people) })),
    requests: of.requests.map(one => asked(of, { ...one, to: otherThan(one.to, at(of.workers, one.by).agency, size.agencies) })),
    // There is something to do in a case that is shared.
    tasks: of.tasks.map((task, index) => (index < 2 ? { ...task, case: shareThatRuns(of).case, side: null, category: null } : task)),
    // Somebody of those who have that share is written to.
    messages: of.messages.map((message, index) => (index === 0 ? writtenTo(of, message) : message)),
    alerts: told(of),
    copies: of.copies.map(one => ({ ...one, case: at(of.recalls, one.recall).case })),
    happenings: of.happenings.map(one => (isOfReceipt(one) ? ofItsCase(of, one) : noted(one))),
    looks: of.looks.map(noted).map((look, index) => (index === 0 ? byThoseWhoHaveIt(of, look) : look)),
  }
}

/** A share that is most likely open to those whom it is with. */
const shareThatRuns = ({ grants }: World): World['grants'][number] =>
  grants.find(
    ({ when, revoked, emergency, tier }) => when === 'now' && !revoked && !emergency && !['pointer', 'headline'].includes(tier),
  ) ?? at(grants, 0)

const writtenTo = (of: World, message: Message): Message => {
  const { case: which, to } = shareThatRuns(of)
  return { ...message, case: which, to, side: null, category: null }
}

/** Mostly one of those is told to whom it goes on; each once. */
function told(of: World): Alert[] {
  const alerts = of.alerts.map(alert => {
    const { to } =
      alert.message === 0 ? shareThatRuns(of) : alert.message === null ? at(of.grants, alert.grant) : at(of.messages, alert.message)
    const team = to === null || alert.worker === 0 ? [] : wholeTeam(of, to)
    return { ...alert, worker: team[alert.worker % team.length] ?? alert.worker }
  })
  const key = ({ message, grant, worker }: Alert) => `${message === null ? grant : `message ${message}`} ${worker}`
  return [...new Map(alerts.map(alert => [key(alert), alert])).values()]
}

/** In every world somebody looks at a case that is shared with them. */
function byThoseWhoHaveIt(of: World, look: Look): Look {
  const { case: which, to } = shareThatRuns(of)
  const [kind, index] = to
  const firstOfAgency = of.workers.findIndex(one => one.agency === index)
  const by = { worker: index, team: of.teams[index]?.members[0]?.worker ?? -1, agency: firstOfAgency }[kind]
  return by < 0 ? look : { ...look, by, case: which, kind: 'case', side: null, category: null, entry: null }
}

/** That a share was understood is a deed in its own case, and about nothing else. */
const ofItsCase = ({ grants }: World, one: Happening): Happening => ({
  ...one,
  case: at(grants, one.share).case,
  side: null,
  category: null,
  entry: null,
})

/** A request is handed on within the agency that is asked, if at all. */
function asked({ workers }: World, one: Request): Request {
  const colleague = workers.findIndex(({ agency }) => agency === one.to)
  return {
    ...one,
    handedTo: one.handedTo === null || colleague < 0 ? null : workers[one.handedTo]?.agency === one.to ? one.handedTo : colleague,
  }
}

export const deedAround = fc.oneof(
  ...(['add object', 'store file', 'look', 'print', 'print a list', 'search'] as const).map(name => does(name, {})),
  ...(['add place', 'amend place'] as const).map(name => does(name, { place: upTo(size.places) })),
  ...(['record name', 'record need', 'record warning', 'record consent'] as const).map(name => does(name, { person: aPerson })),
  does('add version', { document: upTo(3) }),
  does('correct entry', { entry: anEntry }),
  does('name reader', { entry: anEntry, reader: aWorker }),
  does('ask for information', { to: anAgency, agreement: upTo(size.agreements), about: maybe(aCase) }),
  does('answer request', { request: upTo(3) }),
  does('act on recall', { recall: upTo(3) }),
  does('withdraw consent', { consent: upTo(size.consents) }),
  does('share on consent', { consent: upTo(size.consents), to: principal, sides, categories: shownCategories, subCases: seldom }),
  does('declare conflict', { worker: aWorker, person: maybe(aPerson) }),
  does('review conflict', { conflict: upTo(2) }),
  does('review emergency', { emergency: upTo(2) }),
  ...(['keep draft', 'declare interest'] as const).map(name => does(name, { for: aWorker })),
) as fc.Arbitrary<Deed>
