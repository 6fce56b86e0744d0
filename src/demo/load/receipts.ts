// How far each share of the county got: most were opened, understood and acted upon; a few show every state on the way there.
import { later } from '../calendar.ts'
import { dice } from '../dice.ts'
import { must } from '../must.ts'
import type { County, Slug } from '../shape.ts'
import { agreementId, caseId, idOf, principal } from './ids.ts'
import { whence } from './record.ts'
import { addRows, type Row, type Tables } from './rows.ts'
import { clock } from './when.ts'

type At = ReturnType<typeof clock>
type Step = 'understood' | 'answered' | 'acted'

const deeds = [
  'Checked our own records, and added what we hold.',
  'Named one of us to ring about this, and nobody else does.',
  'Went there together with the officer. It is in the notes.',
  'Told the two colleagues who work that street, and agreed who goes.',
  'Put it on our list for the next meeting, with what we know.',
]

/** Adds looks and receipts for the shares told so far, and a handful of new ones that wait. */
export function addReceipts(county: County, tables: Tables): void {
  const at = clock(county.today)
  const told = tables.get('grants') ?? []
  for (const grant of told) if (!['owner', 'break-glass'].includes(String(grant.basis))) addUsual(grant, county, at, tables)
  addWaiting(county, at, tables)
}

function addUsual(grant: Row, county: County, at: At, tables: Tables): void {
  const { between, pick, chance } = dice(`receipt ${grant.id}`)
  const opener = openerOf(grant, county, tables)
  const [opened, ended] = [later(String(grant.granted_at), between(25, 300)), String(grant.revoked_at ?? grant.ends_at)]
  if (!opener || opened > at(1, '18:00') || (ended !== 'infinity' && later(opened, 600) > ended)) return
  addLook(grant, opener, county, opened, tables)
  addStep(grant, 'understood', opener, later(opened, between(3, 90)), {}, tables)
  if (!chance(0.6)) return
  const task = (tables.get('tasks') ?? []).find(one => one.case_id === grant.case_id && one.done_by === principal(opener) && String(one.done_at) > opened)
  addStep(grant, 'acted', opener, task ? String(task.done_at) : later(opened, between(120, 580)), task ? { task_id: task.id } : { words: pick(deeds) }, tables)
}

/** Of those it is with: themselves, a member of the team, or whoever of the agency wrote in the case first. */
function openerOf({ principal_id, case_id, granted_by }: Row, { workers, memberships }: County, tables: Tables): Slug | undefined {
  const works = workers.filter(worker => !worker.leftOn && principal(worker.slug) !== granted_by)
  const wrote = new Set((tables.get('entries') ?? []).filter(entry => entry.case_id === case_id).map(entry => entry.author_id))
  const among = works.filter(({ slug, agency }) => [slug, agency].some(one => principal(one) === principal_id)
    || memberships.some(seat => seat.worker === slug && principal(seat.team) === principal_id && !seat.until))
  return (among.find(({ slug }) => wrote.has(principal(slug))) ?? among[0])?.slug
}

/** Shares of the last days, by what became of them. */
function addWaiting(county: County, at: At, tables: Tables): void {
  const share = (by: Slug, story: Slug, to: Slug, sent: string, reason: string, more: Row = {}): Row => {
    const grant = { id: idOf('grant', `${story} ${to}`, sent), case_id: caseId(story), principal_id: principal(to), tier: 'read', basis: 'agreement', agreement_id: agreementId('county-community-safety'), clause: '4.1', reason,
      granted_by: principal(by), granted_at: sent, starts_at: sent, ends_at: at(-60, '23:59'), ...more }
    addRows(tables, 'grants', [grant])
    return grant
  }
  const alert = (grant: Row, told: string, workers: Slug[]) => addRows(tables, 'urgent_alerts', workers.map(worker => ({
    id: idOf('urgent alert', `${grant.id} ${worker}`, told), grant_id: grant.id, worker_id: principal(worker), told_at: told, mailed_at: told,
  })))
  const toTeam = share('tom-garside', 'park-run-1', 'fallowgate-neighbourhoods', at(1, '15:40'), 'He rents from you, two doors from the play area. Please tell your caretaker tonight.', { open_by: at(1, '19:40') })
  alert(toTeam, at(1, '19:45'), ['dionne-clarke', 'martin-sedge', 'agnieszka-wolska'])
  const toOne = share('dionne-clarke', 'new-referral-2-1', 'leon-whitlock', at(1, '16:05'), 'Somebody is in the empty flat now, and I have no key with me. Can you go by?', { open_by: at(1, '17:05') })
  alert(toOne, at(1, '17:10'), ['leon-whitlock', 'tom-garside', 'shabnam-akhtar'])
  share('samuel-eze', 'repeat-caller-1', 'tom-garside', at(1, '16:20'), 'You answered many of his calls. What we agreed with him is in the plan.')
  const opened = share('tom-garside', 'laughing-gas-1', 'sandling-recovery', at(2, '09:10'), 'She sells to friends, most of them younger. Could you meet them?')
  addLook(opened, 'gareth-lomax', county, at(2, '11:32'), tables)
  const asking = share('tom-garside', 'gallows-hill', 'samuel-eze', at(2, '14:00'), 'One of the riders says that he has stopped his tablets.')
  addLook(asking, 'samuel-eze', county, at(2, '14:48'), tables)
  addStep(asking, 'understood', 'samuel-eze', at(2, '14:55'), { words: 'Does he know that you have told us?' }, tables)
  addRows(tables, 'messages', [{
    id: idOf('message', 'gallows-hill urgent'), case_id: caseId('gallows-hill'), to_id: principal('tom-garside'), body: 'He does not answer, and his brother has the bike again. Can you go by before dark? I can be there from four.',
    author_id: principal('samuel-eze'), agency_id: principal(must(county.workers.find(one => one.slug === 'samuel-eze'), 'samuel-eze').agency), sent_at: at(1, '17:35'), answer_by: at(0, '17:35'),
  }])
  const answered = share('tom-garside', 'stair-dealing-1', 'samuel-eze', at(5, '10:15'), 'Whoever lives in the flat is afraid of the callers, and asks for you by name.')
  addLook(answered, 'samuel-eze', county, at(5, '10:40'), tables)
  addStep(answered, 'understood', 'samuel-eze', at(5, '10:44'), { words: 'Is it safe to ring after six?' }, tables)
  addStep(answered, 'answered', 'tom-garside', at(5, '12:02'), { words: 'Before noon only. The callers come from one.' }, tables)
  addStep(answered, 'acted', 'samuel-eze', at(4, '11:30'), { words: 'Rang at eleven. We meet at the library on Thursday.' }, tables)
}

function addLook({ case_id }: Row, worker: Slug, { workers }: County, moment: string, tables: Tables): void {
  const { agency } = must(workers.find(one => one.slug === worker), worker)
  addRows(tables, 'looks', [{ id: idOf('look', `receipt ${case_id} ${worker}`, moment), kind: 'case', subject_id: case_id, case_id, worker_id: principal(worker), agency_id: principal(agency), ...whence(worker), at: moment }])
}

function addStep({ id }: Row, step: Step, worker: Slug, moment: string, said: Row, tables: Tables): void {
  addRows(tables, 'receipts', [{ grant_id: id, step, worker_id: principal(worker), at: moment, words: '', ...said }])
}
