// What is planned, said, achieved and known on each side of the domestic-abuse case, and what is kept to named readers.
import { storeFile } from '../../platform/files.ts'
import type { County } from '../shape.ts'
import { idOf, personId, principal } from './ids.ts'
import { linnetCase, restrictedNote } from './linnet.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

type At = ReturnType<typeof clock>
const [lead, adviser, probation] = ['grace-adeyemi', 'yasmin-haddad', 'michelle-tarrant'].map(principal) as [string, string, string]
const [police, refuge, onLicence] = ['merrowshire-police', 'rowan-door', 'merrowshire-probation'].map(principal) as [string, string, string]
const key = (kind: string, name: string) => idOf(kind, `linnet-road ${name}`)

/** Rows of both sides, so that whoever works both sees which is which. */
export async function addLinnetWork({ today }: County, tables: Tables): Promise<void> {
  const at = clock(today)
  addPlan(at, tables)
  addKnown(at, tables)
  addRows(tables, 'messages', [
    { id: key('message', 'school'), case_id: linnetCase, body: 'The school has her list of who may collect Otis.', author_id: adviser, agency_id: refuge, side: 'victim', sent_at: at(8, '10:20') },
    { id: key('message', 'work'), case_id: linnetCase, body: 'He starts a new job on Monday, nights.', author_id: probation, agency_id: onLicence, side: 'subject', sent_at: at(3, '16:40') },
  ])
  addRows(tables, 'outcomes', [
    { id: key('outcome', 'alarm'), case_id: linnetCase, agency_id: police, kind: 'Victim feels safer', detail: 'The alarm is in, and she has tried it.', achieved_on: at(7, '12:00').slice(0, 10), recorded_by: lead, recorded_at: at(6, '09:10'), side: 'victim' },
  ])
  await addStatement(at, tables)
  addRows(tables, 'named_readers', [{ record_id: restrictedNote(today), case_id: linnetCase, worker_id: adviser, named_by: lead, named_at: at(18, '16:31') }])
}

function addPlan(at: At, tables: Tables): void {
  const aim = (name: string, title: string, side: string | null, position: number): Row => ({ id: key('aim', name), case_id: linnetCase, title, side, position, created_by: lead, created_at: at(12, '14:00') })
  const task = (name: string, title: string, to: string, side: string | null, due: number, more: Row = {}): Row => ({
    id: key('task', name), case_id: linnetCase, title, assigned_to: to, side, due_on: at(-due, '12:00').slice(0, 10), created_by: lead, created_at: at(12, '14:05'), owner_id: principal('exploitation-and-missing'), ...more,
  })
  addRows(tables, 'aims', [aim('safe', 'She and Otis sleep without listening for the door', 'victim', 0), aim('licence', 'He keeps every appointment of his licence', 'subject', 1)])
  addRows(tables, 'tasks', [
    task('lock', 'Ask the landlord for new locks at the back', refuge, 'victim', 3, { aim_id: key('aim', 'safe') }),
    task('doctor', 'Go with her to the doctor about her throat', adviser, 'victim', 5, { aim_id: key('aim', 'safe'), category: 'health' }),
    task('tuesday', 'See him about the missed appointments, and nothing else', onLicence, 'subject', 2, { aim_id: key('aim', 'licence') }),
    task('panel', 'Bring it back to the panel', lead, null, 9),
  ])
}

function addKnown(at: At, tables: Tables): void {
  const learnt = (by: string, side: string) => ({ case_id: linnetCase, recorded_by: by, recorded_at: at(20, '17:00'), side })
  addRows(tables, 'person_needs', [
    { id: key('need', 'contact'), person_id: personId('esme-tolland'), kind: 'safe contact', detail: 'Text the code word first. Never after four.', ...learnt(adviser, 'victim') },
    { id: key('need', 'health'), person_id: personId('esme-tolland'), kind: 'other', detail: 'Her voice tires: short calls.', category: 'health', ...learnt(adviser, 'victim') },
  ])
  addRows(tables, 'person_warnings', [
    { id: key('warning', 'venner'), person_id: personId('craig-venner'), instruction: 'Speak with him about his licence alone', reason: 'He asks who has been talking.', review_on: at(-60, '12:00').slice(0, 10), ...learnt(probation, 'subject') },
  ])
  addRows(tables, 'person_relationships', [
    { id: key('relationship', 'mother'), person_id: personId('esme-tolland'), other_id: personId('otis-tolland'), kind: 'mother', ...learnt(adviser, 'victim') },
  ])
}

/** What the neighbour said, for whoever took it down and the adviser who helps. */
async function addStatement(at: At, tables: Tables): Promise<void> {
  const [id, file, when] = [key('document', 'statement'), key('file', 'statement'), at(17, '10:15')]
  const words = 'Heard through the wall on three nights in October. Will say so, if it need not be in her own name.\n'
  const stored = await storeFile(only(Buffer.from(words)), { limit: 1024 * 1024, name: 'statement.txt' })
  addRows(tables, 'files', [{ id: file, ...stored, name: 'statement.txt', case_id: linnetCase, stored_by: lead, stored_at: when }])
  addRows(tables, 'documents', [{ id, case_id: linnetCase, title: 'What the neighbour heard', kind: 'Statement', side: 'victim', restricted: true, created_by: lead, agency_id: police, created_at: when }])
  addRows(tables, 'document_versions', [{ id: key('version', 'statement'), document_id: id, case_id: linnetCase, number: 1, file_id: file, added_by: lead, added_at: when }])
  addRows(tables, 'named_readers', [{ record_id: id, case_id: linnetCase, worker_id: adviser, named_by: lead, named_at: when }])
}

async function* only(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
