/** Reads of shares: who can see a case and why, and why the reader can. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { findReceipts } from '../receipts/index.ts'
import type { Tier } from '../../platform/tables.ts'

/** 'shut' while something that the share rests on is suspended or over, though the share itself has not ended. */
export type Standing = 'open' | 'later' | 'shut' | 'ended'

export interface Share {
  id: string
  ofCase: string
  originTitle: string | null
  inherited: boolean
  principalId: string
  kind: 'agency' | 'team' | 'worker'
  name: string
  agencyName: string | null
  people: number
  tier: Tier
  basis: string
  agreementId: string | null
  agreementName: string | null
  agreementGateway: string | null
  clause: string | null
  clauseWords: string | null
  gateway: string
  consentId: string | null
  /** Who agreed, for a reader who may know it. */
  consentOf: string | null
  consentGivenOn: string | null
  reason: string
  sides: string[] | null
  categories: string[] | null
  includesSubCases: boolean
  startsAt: Date
  endsAt: Date | null
  grantedByName: string | null
  grantedByAgency: string | null
  revokedAt: Date | null
  revokedByName: string | null
  revokeReason: string
  standing: Standing
  /** Whether its reader may end it. */
  mineToEnd: boolean
  /** Why it is shut, when it is. */
  shutBecause: string | null
}

/** Every share that opens or opened a case, owners first, ended ones last. Those inherited from a case above are marked. */
export async function listShares(db: Db, caseId: string): Promise<Share[]> {
  const rows = await sql<Share>`
    with told as (select * from shares_of(${caseId}::uuid))
    select told.grant_id as id, told.of_case, above.title as origin_title, told.of_case <> ${caseId}::uuid as inherited, told.principal_id, p.kind,
      coalesce(agency.short_name, team.name, worker.name) as name, coalesce(team_agency.short_name, worker_agency.short_name) as agency_name,
      case p.kind when 'agency' then (select count(*)::int from workers w where w.agency_id = p.id and w.left_on is null)
        when 'team' then (select count(*)::int from team_members m where m.team_id = p.id and (m.ends_on is null or m.ends_on > current_date)) else 1 end as people,
      told.tier, told.basis, told.agreement_id, agreement.name as agreement_name, agreement.gateway as agreement_gateway, told.clause, clause.words as clause_words,
      told.gateway, told.consent_id, ${consentColumns}, told.reason, told.sides, told.categories, told.includes_sub_cases, told.starts_at, case when told.ends_at < 'infinity' then told.ends_at end as ends_at,
      giver.name as granted_by_name, giver_agency.short_name as granted_by_agency, told.revoked_at, ender.name as revoked_by_name, told.revoke_reason,
      ${standing}, ${shutBecause}, ${mineToEnd}
    from told join principals p on p.id = told.principal_id ${principalJoins}
      left join cases above on above.id = told.of_case
      left join agreements agreement on agreement.id = told.agreement_id
      left join agreement_parties party on party.agreement_id = told.agreement_id and party.agency_id = agency_of(told.principal_id)
      left join agreement_clauses clause on clause.agreement_id = told.agreement_id and clause.number = told.clause
      ${consentJoins}
      left join workers giver on giver.id = told.granted_by left join agencies giver_agency on giver_agency.id = giver.agency_id
      left join workers ender on ender.id = told.revoked_by
    order by told.basis <> 'owner', told.tier desc, told.starts_at, told.grant_id`.execute(db)
  return rows.rows
}

/** As the rule on shares has it. */
const mineToEnd = sql`exists (select from my_access(told.of_case, 'lead') mine where mine.sides is null or told.sides <@ mine.sides)
  or (i_am('information_governance_lead') and my_agency_owns(told.of_case)) as mine_to_end`

/** The ids of a case's shares that those with whom it is shared made in their turn, and that have not ended. What its owner shared is not among them. */
export async function listSharedOn(db: Db, caseId: string, principalId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select told.grant_id as id from shares_of(${caseId}::uuid) told join workers giver on giver.id = told.granted_by join cases c on c.id = told.of_case
    where told.of_case = ${caseId} and told.basis not in ('owner', 'break-glass') and told.ends_at > now() and giver.agency_id <> c.owner_agency_id
      and (${principalId}::uuid in (giver.id, giver.agency_id) or exists (select from team_members m where m.team_id = ${principalId} and m.worker_id = giver.id))`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

const principalJoins = sql`
  left join agencies agency on agency.id = p.id
  left join teams team on team.id = p.id left join agencies team_agency on team_agency.id = team.agency_id
  left join workers worker on worker.id = p.id left join agencies worker_agency on worker_agency.id = worker.agency_id`

/** Whose consent a share rests on: the rules keep that from whoever may not know them. */
export const consentColumns = sql`nullif(concat_ws(' ', agreed.given_name, agreed.family_name), '') as consent_of, consent.given_on as consent_given_on`
export const consentJoins = sql`left join consents consent on consent.id = consent_id left join people agreed on agreed.id = consent.person_id`

/** The first reason that shuts a share which has not ended itself. */
const shut = sql`case
  when coalesce(agency.suspended_at, team_agency.suspended_at, worker_agency.suspended_at) is not null then 'their agency is suspended'
  when team.ended_on <= current_date then 'the team has ended'
  when worker.left_on <= current_date then 'they have left'
  when worker.suspended_at is not null then 'they are suspended'
  when told.agreement_id is null then null
  when agreement.suspended_at is not null then 'the agreement is suspended'
  when agreement.ends_on <= current_date then 'the agreement is over'
  when agreement.starts_on > current_date then 'the agreement has not begun'
  when p.kind = 'team' and team.agency_id is null then null
  when party.agency_id is null or party.signed_on > current_date or party.left_on <= current_date then 'their agency is no longer party to the agreement'
end`
const shutBecause = sql`${shut} as shut_because`
const standing = sql`case when told.ends_at <= now() then 'ended' when told.starts_at > now() then 'later' when ${shut} is not null then 'shut' else 'open' end as standing`

export interface Seat {
  teamId: string
  name: string
  agencyName: string
  agencyId: string
}

/** Who sits in the teams that a case is shared with, so that a team is never a blank to the reader. */
export function listSeatsOf(db: Db, teamIds: string[]): Promise<Seat[]> {
  if (teamIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('teamMembers as m')
    .innerJoin('workers as w', 'w.id', 'm.workerId')
    .innerJoin('agencies as a', 'a.id', 'w.agencyId')
    .select(['m.teamId', 'w.name', 'a.shortName as agencyName', 'a.id as agencyId'])
    .where('m.teamId', 'in', teamIds)
    .where(sql<boolean>`m.starts_on <= current_date and (m.ends_on is null or m.ends_on > current_date)`)
    .orderBy('w.name')
    .execute()
}

/** The agencies that are party to an agreement today, for saying which members of a team it covers. */
async function listPartiesOf(db: Db, agreementIds: string[]): Promise<{ agreementId: string; agencyId: string; name: string }[]> {
  if (agreementIds.length === 0) return []
  return db
    .selectFrom('agreementParties as p')
    .innerJoin('agencies as a', 'a.id', 'p.agencyId')
    .select(['p.agreementId', 'p.agencyId', 'a.shortName as name'])
    .where('p.agreementId', 'in', agreementIds)
    .where(sql<boolean>`p.signed_on <= current_date and (p.left_on is null or p.left_on > current_date)`)
    .orderBy('a.shortName')
    .execute()
}

/** What it takes to say whom shares reach: who sits in their teams, and who is party to their agreements. */
export async function findReach(db: Db, shares: Share[]) {
  const teams = shares.filter(share => share.kind === 'team').map(share => share.principalId)
  const agreements = [...new Set(shares.flatMap(share => share.agreementId ?? []))]
  const receipts = await findReceipts(
    db,
    shares.map(share => share.id),
  )
  return { seats: await listSeatsOf(db, teams), parties: await listPartiesOf(db, agreements), receipts }
}
