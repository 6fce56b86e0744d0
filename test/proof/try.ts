/** Tries a deed as the worker who wants it, by such a statement as Kith sends for it, and leaves nothing behind. */
import pg from 'pg'
import { enter } from './ask.ts'
import { idOf, idOfPrincipal, type Row } from './ids.ts'
import { at, type Deed, sideIn, sidesIn, type World } from './world.ts'

/** Whether PostgreSQL let it happen: no error, and at least one row touched. */
export async function happens(client: pg.ClientBase, world: World, deed: Deed): Promise<boolean> {
  await client.query('savepoint deed')
  try {
    if (!(await enter(client, deed.by))) return false
    const { rowCount } = await client.query(...statementFor(world, deed))
    return (rowCount ?? 0) > 0
  } catch (error) {
    if (error instanceof pg.DatabaseError && refusals.has(error.code ?? '')) return false
    throw error
  } finally {
    await client.query('rollback to savepoint deed')
  }
}

/** insufficient_privilege: a rule said no. foreign_key_violation: Kith's own words for "there is no such row". */
const refusals = new Set(['42501', '23503'])

type Statement = [text: string, values: unknown[]]

function add(table: string, row: Row): Statement {
  const columns = Object.keys(row)
  return [
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  ]
}

function change(table: string, place: number, row: Row): Statement {
  const columns = Object.keys(row)
  const changes = columns.map((column, index) => `${column} = $${index + 2}`).join(', ')
  return [`update ${table} set ${changes} where id = $1`, [idOf(table, place), ...Object.values(row)]]
}

function statementFor(world: World, deed: Deed): Statement {
  const me = idOf('workers', deed.by)
  const agency_id = idOf('agencies', at(world.workers, deed.by).agency)
  const which = { case_id: idOf('cases', deed.case) }
  const placed = { ...which, side: sideIn(world, deed.case, deed.side) }
  return added(world, deed, { me, agency_id, which, placed, marked: { ...placed, category: deed.category } }) ?? changed(deed, me)
}

type Hand = { me: string; agency_id: string; which: Row; placed: Row; marked: Row }

function added(world: World, deed: Deed, { me, agency_id, which, placed, marked }: Hand): Statement | undefined {
  const person_id = 'person' in deed ? idOf('people', deed.person) : undefined
  const mobile = { person_id, kind: 'mobile', value: '07700 900000', recorded_by: me }
  switch (deed.does) {
    case 'write entry':
      return add('entries', { ...marked, author_id: me, agency_id, kind: 'note', occurred_at: 'now', body: 'Seen' })
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
    case 'give task':
      return add('tasks', { ...marked, title: 'Ring them', assigned_to: idOfPrincipal(deed.to), due_on: 'today', created_by: me })
    case 'send message':
      return add('messages', { ...marked, author_id: me, agency_id, to_id: deed.to && idOfPrincipal(deed.to), body: 'Ring me' })
    case 'share':
      return add('grants', { ...which, ...sharedAs(world, deed), granted_by: me })
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
    case 'end share':
      return change('grants', deed.share, { revoked_at: 'now', revoked_by: me, revoke_reason: 'No longer needed' })
    case 'end role':
      return change('case_people', deed.link, { ended_at: 'now', ended_by: me, end_reason: 'Moved away' })
    case 'finish task':
      return change('tasks', deed.task, { done_at: 'now', done_by: me, evidence: 'Rang them' })
    default:
      throw new Error(`Nobody knows how to ${deed.does}.`)
  }
}

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

const sharedAs = ({ cases }: World, { to, agreement, sides, categories, case: which }: Extract<Deed, { does: 'share' }>): Row => ({
  principal_id: idOfPrincipal(to),
  tier: 'read',
  basis: agreement === null ? 'vital interests' : 'agreement',
  agreement_id: agreement === null ? null : idOf('agreements', agreement),
  reason: 'Working together',
  sides: sidesIn(cases, which, sides),
  categories,
})
