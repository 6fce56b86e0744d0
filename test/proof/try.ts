/** Tries a deed as the worker who wants it, by the statement that Kith sends for it, and leaves nothing behind. */
import pg from 'pg'
import { enter } from './ask.ts'
import { idOf, idOfPrincipal } from './lay.ts'
import { at, type Deed, type World } from './world.ts'

type Sent = [text: string, values: unknown[]]

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

/** insufficient_privilege (a rule said no), foreign_key_violation (our own words for "no such row"). */
const refusals = new Set(['42501', '23503'])

function statementFor(world: World, deed: Deed): Sent {
  const worker = idOf('workers', deed.by)
  const agency = idOf('agencies', at(world.workers, deed.by).agency)
  const which = idOf('cases', deed.case)
  switch (deed.does) {
    case 'write entry':
      return [
        "insert into entries (case_id, kind, occurred_at, body, author_id, agency_id) values ($1, 'note', now(), 'Seen', $2, $3)",
        [which, worker, agency],
      ]
    case 'add document':
      return ["insert into documents (case_id, title, created_by, agency_id) values ($1, 'A letter', $2, $3)", [which, worker, agency]]
    case 'record outcome':
      return [
        "insert into outcomes (case_id, agency_id, kind, achieved_on, recorded_by) values ($1, $3, 'Housed', current_date, $2)",
        [which, worker, agency],
      ]
    case 'set aim':
      return ["insert into aims (case_id, title, created_by) values ($1, 'A safe home', $2)", [which, worker]]
    case 'open sub-case':
      return [
        "insert into cases (id, programme, programme_version, parent_id, owner_agency_id, lead_worker_id, opened_by, title, stage) values (gen_random_uuid(), 'asb', 1, $1, $3, $2, $2, 'Under it', 'reported')",
        [which, worker, agency],
      ]
    case 'amend case':
      return ["update cases set title = 'Another title' where id = $1", [which]]
    case 'close case':
      return [
        "insert into closures (id, case_id, reason, result, closed_by) values (gen_random_uuid(), $1, 'Done', 'All safe', $2)",
        [which, worker],
      ]
    case 'add person':
      return [
        "insert into case_people (case_id, person_id, role, basis, added_by) values ($1, $2, 'Witness', 'Said so', $3)",
        [which, idOf('people', deed.person), worker],
      ]
    case 'record contact':
      return [
        "insert into person_contacts (person_id, case_id, kind, value, recorded_by) values ($2, $1, 'mobile', '07700 900000', $3)",
        [which, idOf('people', deed.person), worker],
      ]
    case 'record contact outside':
      return [
        "insert into person_contacts (person_id, kind, value, recorded_by) values ($1, 'mobile', '07700 900000', $2)",
        [idOf('people', deed.person), worker],
      ]
    case 'amend person':
      return ["update people set given_name = 'Another' where id = $1", [idOf('people', deed.person)]]
    case 'give task':
      return [
        "insert into tasks (case_id, title, assigned_to, due_on, created_by) values ($1, 'Ring them', $2, current_date, $3)",
        [which, idOfPrincipal(deed.to), worker],
      ]
    case 'send message':
      return [
        "insert into messages (case_id, to_id, body, author_id, agency_id) values ($1, $2, 'Ring me', $3, $4)",
        [which, deed.to && idOfPrincipal(deed.to), worker, agency],
      ]
    case 'share':
      return [
        "insert into grants (case_id, principal_id, tier, basis, agreement_id, reason, granted_by) values ($1, $2, 'read', $3, $4, 'Working together', $5)",
        [
          which,
          idOfPrincipal(deed.to),
          deed.agreement === null ? 'vital interests' : 'agreement',
          deed.agreement === null ? null : idOf('agreements', deed.agreement),
          worker,
        ],
      ]
    case 'end share':
      return [
        "update grants set revoked_at = now(), revoked_by = $2, revoke_reason = 'No longer needed' where id = $1",
        [idOf('grants', deed.share), worker],
      ]
    case 'end role':
      return [
        "update case_people set ended_at = now(), ended_by = $2, end_reason = 'Moved away' where id = $1",
        [idOf('case_people', deed.link), worker],
      ]
    case 'finish task':
      return ["update tasks set done_at = now(), done_by = $2, evidence = 'Rang them' where id = $1", [idOf('tasks', deed.task), worker]]
  }
}
