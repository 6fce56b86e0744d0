// What protects people in the county: conflicts of interest, and cases opened in an emergency.
import { nextWorkingDay } from '../../platform/working-days.ts'
import type { County } from '../shape.ts'
import { caseId, idOf, personId, principal } from './ids.ts'
import { whence } from './record.ts'
import { addRows, type Tables } from './rows.ts'
import { clock } from './when.ts'

/** Adds all of it. The information-governance lead of the county has a conflict of each kind and one opening to look at. */
export function addProtection({ today }: County, tables: Tables): void {
  const at = clock(today)
  addConflicts(at, tables)
  addOpening({ worker: 'anna-lindqvist', agency: 'merrow-vale-health', story: 'kayleigh-mornings', days: 16, time: '19:40', reason: 'Kayleigh rang triage and hung up. I need to know who is with the boy.', reviewed: true }, at, tables)
  addOpening({ worker: 'callum-reyes', agency: 'merrowshire-police', story: 'tyler-restorative', days: 1, time: '21:05', reason: 'Tyler is missing from home and his mother thinks he is in Saltreach.', reviewed: false }, at, tables)
}

/** Kirsty's mother is found among the people of a case, Paul's next door to one, Farah's number with somebody's grandfather, and homes in Adewale's ward; Farah says herself that she knows somebody. */
function addConflicts(at: ReturnType<typeof clock>, tables: Tables): void {
  const when = at(40, '09:30')
  const declared = (slug: string) => ({ id: idOf('interest', slug, when), worker_id: principal(slug), declared_at: when })
  addRows(tables, 'interests', [
    { ...declared('kirsty-muir'), kind: 'relative', name: 'Hilary Tolland', born_on: '1962-11-27' },
    { ...declared('paul-denholm'), kind: 'home', line1: '22 Teasel Close', postcode: 'WX5 6TG' },
    { ...declared('farah-siddiqui'), kind: 'phone', phone: '07700 900563', note: 'I shared it with my landlord until last year.' },
    { ...declared('adewale-bankole'), kind: 'ward', name: 'Riverside', note: 'Town councillor since May.' },
  ])
  addRows(tables, 'conflicts', [{
    id: idOf('conflict', 'farah', at(20, '10:00')), worker_id: principal('farah-siddiqui'), person_id: personId('esme-tolland'), kind: 'declared by worker', basis: 'We trained together and still meet.',
    found_at: at(20, '10:00'), declared_by: principal('farah-siddiqui'),
  }])
}

type Opening = { worker: string; agency: string; story: string; days: number; time: string; reason: string; reviewed: boolean }

function addOpening({ worker, agency, story, days, time, reason, reviewed }: Opening, at: ReturnType<typeof clock>, tables: Tables): void {
  const [opened, ends, grant] = [at(days, time), at(days, time, 30), idOf('grant', `emergency ${story}`, at(days, time))]
  const here = { case_id: caseId(story), worker_id: principal(worker), agency_id: principal(agency) }
  const id = idOf('opening', story, opened)
  addRows(tables, 'grants', [{ id: grant, case_id: here.case_id, principal_id: here.worker_id, tier: 'read', basis: 'break-glass', reason, granted_by: here.worker_id, granted_at: opened, starts_at: opened, ends_at: ends }])
  addRows(tables, 'emergency_openings', [{
    id, ...here, grant_id: grant, reason, opened_at: opened, ends_at: ends, review_by: nextWorkingDay(at(days, time).slice(0, 10), 'england-and-wales'),
    ...(reviewed && { outcome: 'justified', review_words: 'She looked at the plan and the people, rang the number for the night, and closed it. The boy was with his grandmother.', reviewed_at: at(days - 1, '09:15'), reviewed_by: principal('judith-crane') }),
  }])
  addRows(tables, 'events', [{ id: idOf('event opening', story, opened), kind: 'case_opened_in_emergency', case_id: here.case_id, subject_id: id, detail: { minutes: 30 }, worker_id: here.worker_id, agency_id: here.agency_id, ...whence(worker), at: opened }])
  addRows(tables, 'looks', ['case', 'brief', 'case'].map((kind, n) => {
    const moment = at(days, time, 1 + n * 6)
    return { id: idOf('look', `emergency ${story} ${n}`, moment), kind, subject_id: here.case_id, ...here, ...whence(worker), at: moment }
  }))
}
