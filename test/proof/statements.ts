/** The statement that Kith sends for a deed. */
import { agreedTo, type DeedAround } from './deeds-around.ts'
import { day, idOf, idOfPrincipal, type Row } from './ids.ts'
import { isOfKinds, kindOf } from './kinds.ts'
import { add, change, type Statement } from './write.ts'
import { at, type Deed, sideIn, sidesIn, type World } from './world.ts'

export function statementFor(world: World, deed: Deed): Statement {
  if (isOfKinds(deed)) return kindOf(deed).writes(world, deed)
  const me = idOf('workers', deed.by)
  const agency_id = idOf('agencies', at(world.workers, deed.by).agency)
  const which = { case_id: idOf('cases', deed.case) }
  const placed = { ...which, side: sideIn(world, deed.case, deed.side) }
  const hand = { me, agency_id, which, placed, marked: { ...placed, category: deed.category } }
  return added(world, deed, hand) ?? addedAround(world, deed as Deed & DeedAround, hand) ?? changed(deed, me)
}

type Hand = { me: string; agency_id: string; which: Row; placed: Row; marked: Row }

function added(world: World, deed: Deed, { me, agency_id, which, placed, marked }: Hand): Statement | undefined {
  const person_id = 'person' in deed && deed.person !== null ? idOf('people', deed.person) : undefined
  const mobile = { person_id, kind: 'mobile', value: '07700 900000', recorded_by: me }
  switch (deed.does) {
    case 'write entry':
      return add('entries', { ...marked, ...seen, author_id: me, agency_id })
    case 'add document':
      return add('documents', { ...marked, created_by: me, agency_id, title: 'A letter' })
    case 'record outcome':
      return add('outcomes', { ...placed, agency_id, kind: 'Housed', achieved_on: 'today', recorded_by: me })
    case 'set aim':
      return add('aims', { ...placed, title: 'A safe home', created_by: me })
    case 'open sub-case':
      return add('cases', subCase(which.case_id, me, agency_id))
    case 'close case':
      return add('closures', { ...which, reason: 'Done', result: 'All safe', closed_by: me })
    case 'add person':
      return add('case_people', { ...placed, person_id, role: 'Witness', basis: 'Said so', added_by: me })
    case 'record contact':
      return add('person_contacts', { ...marked, ...mobile })
    case 'record contact outside':
      return add('person_contacts', mobile)
    case 'record name':
      return add('person_names', { ...marked, person_id, kind: 'alias', name: 'Also known', recorded_by: me })
    case 'record need':
      return add('person_needs', { ...marked, person_id, kind: 'language', detail: 'Welsh', recorded_by: me })
    case 'record warning':
      return add('person_warnings', { ...marked, person_id, instruction: 'Visit in twos', review_on: day(9), recorded_by: me })
    case 'record consent':
      return add('consents', { ...placed, ...consent(me), person_id })
    case 'give task':
      return add('tasks', { ...marked, title: 'Ring them', assigned_to: idOfPrincipal(deed.to), due_on: 'today', created_by: me })
    case 'send message':
      return add('messages', { ...marked, author_id: me, agency_id, to_id: deed.to && idOfPrincipal(deed.to), body: 'Ring me' })
    case 'share':
    case 'share on consent':
      return add('grants', { ...which, ...sharedAs(world, deed), granted_by: me })
    default:
      return undefined
  }
}

function addedAround(world: World, deed: Deed & DeedAround, { me, agency_id, which, placed }: Hand): Statement | undefined {
  switch (deed.does) {
    case 'add object':
      return add('case_objects', { ...placed, kind: 'vehicle', name: 'A van', role: 'Other', added_by: me })
    case 'add place':
      return add('case_places', { ...placed, place_id: idOf('places', deed.place), role: 'Other', added_by: me })
    case 'store file':
      return add('files', { ...which, sha256: '0'.repeat(64), size: 1, type: 'text/plain', name: 'a.txt', stored_by: me })
    case 'add version': {
      const of = { document_id: idOf('documents', deed.document), case_id: idOf('cases', world.documents[deed.document]?.case ?? 0) }
      return add('document_versions', { ...of, number: 2, file_id: idOf('files', deed.document), added_by: me })
    }
    case 'correct entry': {
      const of = { corrects_id: idOf('entries', deed.entry), case_id: idOf('cases', world.entries[deed.entry]?.case ?? 0) }
      return add('entries', { ...of, ...seen, correction_reason: 'It was later', author_id: me, agency_id })
    }
    case 'name reader': {
      const of = { record_id: idOf('entries', deed.entry), case_id: idOf('cases', world.entries[deed.entry]?.case ?? 0) }
      return add('named_readers', { ...of, worker_id: idOf('workers', deed.reader), named_by: me })
    }
    case 'look':
    case 'print':
      return add('looks', { ...which, kind: deed.does === 'look' ? 'case' : 'print', worker_id: me, agency_id })
    case 'print a list':
      return add('looks', { kind: 'print', worker_id: me, agency_id })
    case 'search':
      return add('looks', { kind: 'search', words: 'Number', worker_id: me, agency_id })
    case 'ask for information':
      return add('information_requests', { ...question(deed), from_agency_id: agency_id, asked_by: me })
    case 'declare conflict':
      return add('conflicts', { ...conflict(deed), declared_by: me })
    case 'keep draft':
      return add('drafts', { worker_id: idOf('workers', deed.for), key: 'another', body: {} })
    case 'declare interest':
      return add('interests', { worker_id: idOf('workers', deed.for), kind: 'other', note: 'A neighbour' })
    default:
      return undefined
  }
}

function changed(deed: Deed, me: string): Statement {
  switch (deed.does) {
    case 'amend case':
      return change('cases', deed.case, { title: 'Another title' })
    case 'amend person':
      return change('people', deed.person, { given_name: 'Another' })
    case 'amend place':
      return change('places', deed.place, { town: 'Another' })
    case 'end share':
      return change('grants', deed.share, { revoked_at: 'now', revoked_by: me, revoke_reason: 'No longer needed' })
    case 'end role':
      return change('case_people', deed.link, { ended_at: 'now', ended_by: me, end_reason: 'Moved away' })
    case 'finish task':
      return change('tasks', deed.task, { done_at: 'now', done_by: me, evidence: 'Rang them' })
    case 'answer request':
      return change('information_requests', deed.request, { answered_at: 'now', answered_by: me, answer: 'nil' })
    case 'act on recall':
      return change('recalls', deed.recall, { confirmed_at: 'now', confirmed_by: me })
    case 'withdraw consent':
      return change('consents', deed.consent, { withdrawn_at: 'now', withdrawn_by: me, withdrawal: 'They rang us' })
    case 'review conflict':
      return change('conflicts', deed.conflict, { reviewed_by: me, review_words: 'A namesake', lifted_at: 'now' })
    case 'review emergency':
      return change('emergency_openings', deed.emergency, {
        reviewed_at: 'now',
        reviewed_by: me,
        outcome: 'justified',
        review_words: 'Rightly so',
      })
    default:
      throw new Error(`Nobody knows how to ${deed.does}.`)
  }
}

const seen: Row = { kind: 'note', occurred_at: 'now', body: 'Seen' }

const subCase = (parent_id: unknown, me: string, agency_id: string): Row => ({
  id: idOf('sub-cases', 0),
  parent_id,
  programme: 'asb',
  programme_version: 1,
  owner_agency_id: agency_id,
  lead_worker_id: me,
  opened_by: me,
  title: 'Under it',
  stage: 'reported',
})

const consent = (me: string): Row => ({
  words_shown: 'We would like to tell others about you.',
  agencies: [idOf('agencies', agreedTo)],
  purposes: 'To find a home',
  channel: 'in person',
  given_on: 'today',
  expires_on: day(20),
  recorded_by: me,
})

const question = ({ to, agreement, about }: Extract<DeedAround, { does: 'ask for information' }>): Row => ({
  to_agency_id: idOf('agencies', to),
  agreement_id: idOf('agreements', agreement),
  case_id: about === null ? null : idOf('cases', about),
  about: 'Somebody',
  purpose: 'To keep them safe',
  question: 'Do you know them?',
  urgency: 'routine',
  due_on: day(3),
})

const conflict = ({ by, worker, person, case: which }: Deed & Extract<DeedAround, { does: 'declare conflict' }>): Row => ({
  worker_id: idOf('workers', worker),
  person_id: person === null ? null : idOf('people', person),
  case_id: person === null ? idOf('cases', which) : null,
  kind: worker === by ? 'declared by worker' : 'declared by administrator',
  basis: 'A cousin',
})

type Sharing = Extract<Deed, { does: 'share' | 'share on consent' }>

function sharedAs({ cases }: World, deed: Sharing): Row {
  const { to, sides, categories, subCases, case: which } = deed
  return {
    principal_id: idOfPrincipal(to),
    tier: 'read',
    ...(deed.does === 'share on consent' ? { basis: 'consent', consent_id: idOf('consents', deed.consent) } : restingOn(deed.agreement)),
    reason: 'Working together',
    sides: sidesIn(cases, which, sides),
    categories,
    includes_sub_cases: subCases,
  }
}

const restingOn = (agreement: number | null): Row =>
  agreement === null ? { basis: 'vital interests' } : { basis: 'agreement', agreement_id: idOf('agreements', agreement) }
