// Everybody who works in Merrowshire's agencies, and the teams they sit in.
import type { Calendar } from './calendar.ts'
import { from } from './must.ts'
import type { Membership, Role, Team, Worker } from './shape.ts'

type Row = [slug: string, agency: string, job: string, joined: number, name?: string, roles?: Role[], left?: number]

const rows: Row[] = [
  ['tom-garside', 'merrowshire-police', 'Police constable, Wexby neighbourhood team', -1300],
  ['shabnam-akhtar', 'merrowshire-police', 'Police sergeant, Wexby neighbourhood team', -1250, undefined, ['worker', 'agency_administrator']],
  ['leon-whitlock', 'merrowshire-police', 'Police community support officer, Wexby', -640],
  ['callum-reyes', 'merrowshire-police', 'Police constable, Saltreach neighbourhood team', -720],
  ['grace-adeyemi', 'merrowshire-police', 'Detective sergeant, exploitation and missing team', -980],
  ['beth-lovell', 'merrowshire-police', 'Missing and exploitation officer', -410],
  ['priya-nair', 'wexby-council', 'Panel coordinator', -900, undefined, ['worker', 'panel_coordinator']],
  ['david-osei', 'wexby-council', 'Partnership manager', -1390, undefined, ['worker', 'partnership_administrator']],
  ['owen-price', 'wexby-council', 'Antisocial behaviour officer', -830],
  ['rukhsana-mir', 'wexby-council', 'Environmental health officer', -1100],
  ['ben-hallam', 'wexby-council', 'Rough sleeping coordinator', -560],
  ['simon-ashdown', 'wexby-council', 'Antisocial behaviour officer', -1040, undefined, ['worker'], -43],
  ['carol-wintle', 'saltreach-council', 'Community safety manager', -1370, undefined, ['worker', 'agency_administrator', 'panel_coordinator']],
  ['jamal-harris', 'saltreach-council', 'Antisocial behaviour officer', -510],
  ['sian-bevan', 'saltreach-council', 'Private-sector housing officer', -870],
  ['judith-crane', 'merrowshire-county', 'Information governance lead', -1380, undefined, ['worker', 'information_governance_lead']],
  ['naomi-feldman', 'merrowshire-county', 'Social worker, children and young people', -760],
  ['adewale-bankole', 'merrowshire-county', 'Social worker, adults', -690],
  ['farah-siddiqui', 'merrowshire-county', 'Senior practitioner, adult safeguarding', -1210],
  ['kirsty-muir', 'merrowshire-county', 'Family support worker, early help', -480],
  ['paul-denholm', 'merrowshire-county', 'Youth justice worker', -1020],
  ['dionne-clarke', 'fallowgate-homes', 'Antisocial behaviour officer', -940],
  ['martin-sedge', 'fallowgate-homes', 'Neighbourhood housing officer', -1330],
  ['agnieszka-wolska', 'fallowgate-homes', 'Tenancy sustainment officer', -590],
  ['lesley-ward', 'fallowgate-homes', 'Business support lead', -1340, undefined, ['worker', 'agency_administrator']],
  ['samuel-eze', 'merrow-vale-health', 'Community mental health nurse', -680],
  ['anna-lindqvist', 'merrow-vale-health', 'Street triage practitioner', -350],
  ['rajesh-pillai', 'merrow-vale-health', 'Memory service nurse', -770, undefined, ['worker', 'agency_administrator']],
  ['michelle-tarrant', 'merrowshire-probation', 'Probation practitioner', -1190, undefined, ['worker', 'agency_administrator']],
  ['darren-coyle', 'merrowshire-probation', 'Resettlement officer', -450],
  ['wayne-ackroyd', 'merrowshire-fire', 'Watch manager, prevention', -1280, undefined, ['worker', 'agency_administrator']],
  ['emily-stroud', 'merrowshire-fire', 'Home safety officer', -530],
  ['yasmin-haddad', 'rowan-door', 'Independent domestic violence adviser', -710],
  ['ruth-penhale', 'rowan-door', 'Children and families worker', -840, undefined, ['worker', 'agency_administrator']],
  ['gareth-lomax', 'sandling-recovery', 'Outreach recovery worker', -620],
  ['tanya-birch', 'sandling-recovery', 'Recovery coordinator', -960, undefined, ['worker', 'agency_administrator']],
  ['helen-straker', 'labour-standards', 'Senior investigator', -615, undefined, ['worker', 'agency_administrator']],
  ['ivan-dobrev', 'labour-standards', 'Investigator', -300],
  ['louise-kemp', 'wexmere-learning', 'Designated safeguarding lead, Priory Academy', -880, undefined, ['worker', 'agency_administrator']],
  ['michael-asante', 'wexmere-learning', 'Attendance and pastoral lead, Priory Academy', -470],
  ['deborah-quill', 'merrowshire-victim-care', 'Victim care coordinator', -1120, undefined, ['worker', 'agency_administrator']],
  ['imran-chaudhry', 'merrowshire-victim-care', 'Victim care caseworker', -390],
  ['nathan-frith', 'pennant-row', 'Co-operative secretary', -158, undefined, ['worker', 'agency_administrator']],
  ['steve-marlow', 'wexby-wardens', 'Senior warden', -690, undefined, ['worker', 'agency_administrator']],
  ['colette-byrne', 'quayside-shelter', 'Shelter coordinator', -470, undefined, ['worker', 'agency_administrator']],
]

/** Days from today on which each worker joined, and on which those who left did. */
export const joinedDaysAgo = rows.map(([slug, , , joined]): [string, number] => [slug, joined])
export const leftDaysAgo = rows.flatMap(([slug, , , , , , left]): [string, number][] => (left === undefined ? [] : [[slug, left]]))

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

export function workers(cal: Calendar, domains: Map<string, string>): Worker[] {
  return rows.map(([slug, agency, job, joined, name, roles, left], index) => ({
    slug, agency, job,
    name: name ?? slug.split('-').map(capital).join(' '),
    email: `${slug.replace('-', '.')}@${domains.get(agency)}`,
    phone: `07700 900${String(100 + index * 7).padStart(3, '0')}`,
    roles: roles ?? ['worker'],
    joinedOn: cal.day(joined),
    ...(left !== undefined && { leftOn: cal.day(left) }),
  }))
}

const teamRows: [slug: string, name: string, agency: string | undefined, lead: string, purpose: string, members: string[]][] = [
  ['wexby-neighbourhood', 'Wexby Neighbourhood Team', 'merrowshire-police', 'shabnam-akhtar', 'Neighbourhood policing for the town and Netherfold.', ['shabnam-akhtar', 'tom-garside', 'leon-whitlock']],
  ['exploitation-and-missing', 'Exploitation and Missing Team', 'merrowshire-police', 'grace-adeyemi', 'Modern slavery, county lines and people who go missing.', ['grace-adeyemi', 'beth-lovell']],
  ['wexby-safer-streets', 'Wexby Safer Streets Hub', undefined, 'priya-nair', 'Police, council, housing and health round one table every weekday morning at 9.15.', ['priya-nair', 'owen-price', 'simon-ashdown', 'tom-garside', 'dionne-clarke', 'samuel-eze', 'ben-hallam', 'gareth-lomax', 'steve-marlow']],
  ['vulnerability-panel', 'Merrowshire Vulnerability Panel', undefined, 'priya-nair', 'Meets every second Wednesday for adults whose risks no one agency can hold alone.', ['priya-nair', 'shabnam-akhtar', 'farah-siddiqui', 'dionne-clarke', 'samuel-eze', 'tanya-birch', 'wayne-ackroyd', 'deborah-quill']],
  ['saltreach-joint-action', 'Saltreach Joint Action Group', undefined, 'carol-wintle', 'Places and people on the coast that need several agencies at once.', ['carol-wintle', 'jamal-harris', 'callum-reyes', 'sian-bevan', 'gareth-lomax', 'colette-byrne']],
  ['operation-larkspur', 'Operation Larkspur', undefined, 'helen-straker', 'Named workers for the hand car wash operation and nobody else.', ['helen-straker', 'ivan-dobrev', 'grace-adeyemi', 'sian-bevan', 'rukhsana-mir', 'wayne-ackroyd']],
  ['labour-operations', 'Operations Unit', 'labour-standards', 'helen-straker', 'Plans and runs operations; nobody else at the Authority opens them.', ['helen-straker', 'ivan-dobrev']],
  ['fallowgate-neighbourhoods', 'Neighbourhood Services', 'fallowgate-homes', 'dionne-clarke', 'Housing officers; the cases of Fallowgate are theirs.', ['dionne-clarke', 'martin-sedge', 'agnieszka-wolska']],
  ['wexby-community-safety', 'Community Safety', 'wexby-council', 'owen-price', 'The council\'s casework on antisocial behaviour, noise and rough sleeping.', ['owen-price', 'priya-nair', 'ben-hallam', 'rukhsana-mir', 'simon-ashdown']],
  ['county-practitioners', 'Social Care Practitioners', 'merrowshire-county', 'farah-siddiqui', 'Everybody at the county who carries cases.', ['naomi-feldman', 'adewale-bankole', 'farah-siddiqui', 'kirsty-muir', 'paul-denholm']],
  ['restorative-service', 'Restorative Service', 'merrowshire-victim-care', 'deborah-quill', 'Facilitators, who hear both sides; nobody else in Victim Care opens their cases.', ['deborah-quill']],
  ['early-help-wexby', 'Early Help Wexby', 'merrowshire-county', 'kirsty-muir', 'Whole-family support before things get to social work.', ['kirsty-muir', 'paul-denholm']],
]

export function teams(): Team[] {
  return teamRows.map(([slug, name, agency, lead, purpose]) => ({ slug, name, lead, purpose, ...(agency && { agency }) }))
}

/** Everybody has been in their team since they joined or the team began, whichever came later. */
export function memberships(cal: Calendar): Membership[] {
  const began = { 'operation-larkspur': -95, 'vulnerability-panel': -605 } as Record<string, number>
  const byWorker = new Map(rows.map(row => [row[0], row]))
  return teamRows.flatMap(([team, , , , , members]) =>
    members.map(worker => {
      const [, , , joined, , , left] = from(byWorker, worker)
      const since = cal.day(Math.max(joined + 7, began[team] ?? -620))
      return { worker, team, from: since, ...(left !== undefined && { until: cal.day(left) }) }
    }),
  )
}
