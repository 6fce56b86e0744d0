// Rows of agencies, teams, workers and agreements.
import type { Agency, AgencyKind, Agreement, County, Worker } from '../shape.ts'
import { agreementId, idOf, principal } from './ids.ts'
import { addRows, type Row, type Tables } from './rows.ts'

const kinds: Record<AgencyKind, string> = {
  police: 'police', council: 'council', 'social-care': 'council', housing: 'housing', health: 'health', probation: 'probation', fire: 'fire',
  charity: 'charity', labour: 'regulator', school: 'education', victims: 'charity', wardens: 'other',
}

export function addAgencies(county: County, tables: Tables): void {
  const made = (kind: string) => ({ slug }: { slug: string }): Row => ({ id: principal(slug), kind })
  addRows(tables, 'principals', [...county.agencies.map(made('agency')), ...county.teams.map(made('team')), ...county.workers.map(made('worker'))])
  addRows(tables, 'agencies', county.agencies.map(agencyRow))
  addRows(tables, 'teams', county.teams.map(({ slug, agency, name, purpose }) => ({ id: principal(slug), agency_id: agency && principal(agency), name, purpose })))
  addRows(tables, 'workers', county.workers.map(workerRow))
  addRows(tables, 'worker_roles', county.workers.flatMap(({ slug, roles, joinedOn }) =>
    roles.filter(role => role !== 'worker').map(role => ({ worker_id: principal(slug), role, given_at: joinedOn }))))
  addRows(tables, 'team_members', county.memberships.map(({ team, worker, from, until }) => ({
    id: idOf('team member', `${team} ${worker}`), team_id: principal(team), worker_id: principal(worker), starts_on: from, ends_on: until,
  })))
  for (const agreement of county.agreements) addAgreement(agreement, tables)
  addRows(tables, 'users', county.workers.filter(worker => mayVisit(worker, county)).map(userRow))
}

/** Those of the cast whom one can be: not who has left, and nobody of a suspended agency. */
function mayVisit({ slug, agency, leftOn }: Worker, { cast, agencies }: County): boolean {
  return cast.some(member => member.worker === slug) && !leftOn && !agencies.some(one => one.slug === agency && one.suspended)
}

/** An account without a password: only the demonstration's own door opens to it. */
function userRow({ slug, name, email }: Worker): Row {
  return { id: idOf('user', slug), worker_id: principal(slug), name, email, demonstration: true }
}

function agencyRow({ slug, name, short, kind, phone, emailDomain, joinedOn, suspended }: Agency): Row {
  return {
    id: principal(slug), name, short_name: short, kind: kinds[kind], contact: `Ring ${phone}, or write to duty@${emailDomain}`, created_at: joinedOn,
    suspended_at: suspended?.on, suspended_reason: suspended?.reason,
  }
}

function workerRow({ slug, agency, name, job, email, phone, joinedOn, leftOn }: Worker): Row {
  return { id: principal(slug), agency_id: principal(agency), name, job_title: job, email, phone, joined_on: joinedOn, left_on: leftOn, created_at: joinedOn }
}

function addAgreement(agreement: Agreement, tables: Tables): void {
  const id = agreementId(agreement.slug)
  addRows(tables, 'agreements', [{
    id, reference: agreement.reference, name: agreement.title, purposes: agreement.purposes.join('. '), gateway: agreement.gateway, lawful_basis: agreement.basis,
    data_types: agreement.dataTypes.join('; '), programmes: agreement.programmes, starts_on: agreement.startsOn, review_on: agreement.reviewOn, ends_on: agreement.endsOn, created_at: agreement.startsOn,
  }])
  addRows(tables, 'agreement_parties', agreement.parties.map(({ agency, from, until }) => ({ agreement_id: id, agency_id: principal(agency), signed_on: from, signed_by: 'its chief officer', left_on: until })))
  addRows(tables, 'agreement_clauses', agreement.clauses.map(({ number, words }) => ({ agreement_id: id, number, words })))
}
