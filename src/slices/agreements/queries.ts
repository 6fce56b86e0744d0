/** Reads of agreements. Everybody signed in may read what may lawfully be shared. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { NotFound } from '../../platform/errors.ts'

export type AgreementStanding = 'in force' | 'suspended' | 'over' | 'not begun'

const standing = sql<AgreementStanding>`case when suspended_at is not null then 'suspended' when ends_on <= current_date then 'over'
  when starts_on > current_date then 'not begun' else 'in force' end`.as('standing')
const reviewOverdue = sql<boolean>`review_on < current_date and ends_on > current_date`.as('reviewOverdue')

export type ListedAgreement = Awaited<ReturnType<typeof listAgreements>>[number]

/** Agreements, those in force first. */
export function listAgreements(db: Db) {
  return db
    .selectFrom('agreements as a')
    .select(['a.id', 'a.reference', 'a.name', 'a.programmes', 'a.reviewOn', 'a.endsOn', standing, reviewOverdue])
    .select([
      sql<number>`(select count(*)::int from agreement_parties p where p.agreement_id = a.id and (p.left_on is null or p.left_on > current_date))`.as(
        'parties',
      ),
      sql<boolean>`exists (select from agreement_parties p where p.agreement_id = a.id and p.agency_id = my_agency() and (p.left_on is null or p.left_on > current_date))`.as(
        'mine',
      ),
    ])
    .orderBy(sql`ends_on <= current_date`)
    .orderBy('a.name')
    .limit(300)
    .execute()
}

export type FoundAgreement = Awaited<ReturnType<typeof findAgreement>>

export async function findAgreement(db: Db, id: string) {
  const found = await db.selectFrom('agreements').selectAll().select([standing, reviewOverdue]).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('Not found.')
  return found
}

export const listClauses = (db: Db, agreementId: string) =>
  db.selectFrom('agreementClauses').select(['number', 'words']).where('agreementId', '=', agreementId).orderBy('number').execute()

export type Party = Awaited<ReturnType<typeof listParties>>[number]

/** Who signed, those still party first. */
export function listParties(db: Db, agreementId: string) {
  return db
    .selectFrom('agreementParties as p')
    .innerJoin('agencies as a', 'a.id', 'p.agencyId')
    .select(['a.id', 'a.name', 'a.shortName', 'p.signedOn', 'p.signedBy', 'p.leftOn', 'a.suspendedAt'])
    .select(sql<boolean>`p.left_on is null or p.left_on > current_date`.as('party'))
    .where('p.agreementId', '=', agreementId)
    .orderBy('party', 'desc')
    .orderBy('a.name')
    .execute()
}

/** How many shares rest on an agreement, in all or with one agency; zero for those who may not suspend or leave it. */
export async function countShares(db: Db, agreementId: string, agencyId?: string): Promise<number> {
  const rows = await sql<{ shares: number }>`select shares_under(${agreementId}, ${agencyId ?? null}::uuid) as shares`.execute(db)
  return rows.rows[0]?.shares ?? 0
}
