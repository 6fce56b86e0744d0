// Requests for information between agencies: one that waits, one that is late, and one that was answered.
import { nextWorkingDay } from '../../platform/working-days.ts'
import type { Slug } from '../shape.ts'
import { agreementId, idOf, principal } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'

export function addRequests(tables: Tables, today: string): void {
  const day = Temporal.PlainDate.from(today)
  const at = (daysAgo: number, time: string) =>
    day.subtract({ days: daysAgo }).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant().toString()
  const ask = (by: Slug, from: Slug, to: Slug, askedAt: string, more: Row): Row => ({
    id: idOf('request', `${by} ${to}`, askedAt), from_agency_id: principal(from), to_agency_id: principal(to), asked_by: principal(by), asked_at: askedAt,
    agreement_id: agreementId('county-community-safety'), ...more,
  })
  addRows(tables, 'information_requests', [
    ask('tom-garside', 'merrowshire-police', 'merrowshire-county', at(1, '15:20'), {
      about: 'A boy of about 14 called Jordan, often at the Parade after ten at night', question: 'Does somebody already work with him, and whom should we ring before we speak to him?',
      purpose: 'Two calls this week that he is with older men. We would rather not start again with him.', urgency: 'soon', due_on: nextWorkingDay(day.add({ days: 5 }).toString(), 'england-and-wales'),
    }),
    ask('dionne-clarke', 'fallowgate-homes', 'merrowshire-county', at(16, '10:05'), {
      about: 'The tenant of 9 Orchard Rise', question: 'Is there a care assessment that we should wait for before the inspection?', purpose: 'To choose a day on which somebody is with her.',
      urgency: 'soon', due_on: nextWorkingDay(day.subtract({ days: 12 }).toString(), 'england-and-wales'), handed_to: principal('naomi-feldman'),
    }),
    ask('naomi-feldman', 'merrowshire-county', 'fallowgate-homes', at(22, '09:40'), {
      about: 'Arrears at 31 Teasel Close', question: 'Is the tenancy at risk?', purpose: 'A child protection plan is being written for the family next door.', urgency: 'routine',
      due_on: nextWorkingDay(day.add({ days: 5 }).toString(), 'england-and-wales'), answered_at: at(18, '14:12'), answered_by: principal('lesley-ward'), answer: 'nil',
    }),
  ])
}
