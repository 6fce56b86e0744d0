/** Why the reader can see a case: from their own rows of access back to the share, the agreement and their place in a team. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Tier } from '../../platform/tables.ts'
import { consentColumns, consentJoins } from './queries.ts'

export interface Way {
  id: string
  tier: Tier
  kind: 'agency' | 'team' | 'worker'
  name: string
  seatSince: string | null
  basis: string
  reason: string
  gateway: string
  consentOf: string | null
  consentGivenOn: string | null
  agreementId: string | null
  agreementName: string | null
  agreementGateway: string | null
  lawfulBasis: string | null
  signedOn: string | null
  clause: string | null
  clauseWords: string | null
  startsAt: Date
  endsAt: Date | null
  grantedByName: string | null
  grantedByAgency: string | null
  originTitle: string | null
  inherited: boolean
  sides: string[] | null
  categories: string[] | null
}

/** Every way by which the reader sees a case at this moment, the widest first. */
export async function listMyWays(db: Db, caseId: string): Promise<Way[]> {
  const rows = await sql<Way>`
    select a.grant_id as id, a.tier, p.kind, coalesce(agency.short_name, team.name, worker.name) as name, seat.starts_on as seat_since,
      g.basis, g.reason, g.gateway, g.agreement_id, agreement.name as agreement_name, agreement.gateway as agreement_gateway, agreement.lawful_basis,
      party.signed_on, g.clause, clause.words as clause_words, ${consentColumns}, a.starts_at, case when a.ends_at < 'infinity' then a.ends_at end as ends_at,
      giver.name as granted_by_name, giver_agency.short_name as granted_by_agency, above.title as origin_title, g.case_id <> a.case_id as inherited, a.sides, a.categories
    from case_access a join grants g on g.id = a.grant_id join principals p on p.id = a.principal_id
      left join agencies agency on agency.id = p.id left join teams team on team.id = p.id left join workers worker on worker.id = p.id
      left join team_members seat on seat.team_id = p.id and seat.worker_id = my_worker() and (seat.ends_on is null or seat.ends_on > current_date)
      left join agreements agreement on agreement.id = g.agreement_id
      left join agreement_parties party on party.agreement_id = g.agreement_id and party.agency_id = my_agency()
      left join agreement_clauses clause on clause.agreement_id = g.agreement_id and clause.number = g.clause
      ${consentJoins}
      left join workers giver on giver.id = g.granted_by left join agencies giver_agency on giver_agency.id = giver.agency_id
      left join cases above on above.id = g.case_id
    where a.case_id = ${caseId} and a.starts_at <= now() and now() < a.ends_at
      and (a.agreement_id is null or a.agreement_id = any ((select my_agreements())::uuid[]))
    order by a.tier desc, g.basis <> 'owner', a.starts_at`.execute(db)
  return rows.rows
}
