// What was printed in the county before a share ended, and which agencies have said what they did about it.
import type { Client } from 'pg'
import type { County, Moment, Slug } from '../shape.ts'
import { caseId, idOf, principal, referenceOf } from './ids.ts'
import { linnetCase } from './linnet.ts'
import { whence } from './record.ts'
import { addRows, type Tables } from './rows.ts'
import { clock } from './when.ts'

const tez = 'tez-moody'

/** Victim Care printed the case that they lost a week ago; the night shelter the one that they lost with their agreement. */
export function addCopies({ today }: County, tables: Tables): void {
  const at = clock(today)
  addPrint(tables, 'deborah-quill', 'merrowshire-victim-care', linnetCase, at(9, '10:15'))
  addPrint(tables, 'colette-byrne', 'quayside-shelter', caseId(tez), at(24, '19:30'))
}

function addPrint(tables: Tables, worker: Slug, agency: Slug, case_id: string, moment: Moment): void {
  addRows(tables, 'looks', [{
    id: idOf('look', `print ${worker}`, moment), kind: 'print', subject_id: case_id, case_id, worker_id: principal(worker), agency_id: principal(agency), ...whence(worker), at: moment,
  }])
}

/** Recalls what has ended. Whoever lost something weeks ago has said what they did; whoever lost it lately has still to. */
export async function recallWhatEnded(client: Client): Promise<void> {
  await client.query('select recall_what_ended()')
  await client.query(`select recall_share(g) from grants g where g.basis = 'consent' and g.revoked_at is not null`)
  await client.query('update recalls set recalled_at = ended_at')
  await client.query(
    `update recalls r set confirmed_at = date_trunc('day', ended_at) + interval '34 hours 15 minutes', confirmed_by = role.worker_id,
       confirmed_words = case when r.reference = $1 then 'The sheet by the night desk is shredded. Nothing was saved.' else 'Nothing was printed. Our own notes of it are destroyed.' end
     from worker_roles role join workers w on w.id = role.worker_id
     where w.agency_id = r.agency_id and role.role in ('agency_administrator', 'information_governance_lead') and (r.reference = $1 or r.ended_at < now() - interval '21 days')`,
    [referenceOf(tez)],
  )
}
