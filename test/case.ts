/** A case and a share of it, made in tests by the workers who would make them. */
import { asWorker, newId } from '../src/platform/db.ts'
import { agreement, cast } from './cast.ts'

type NewCase = { parentId?: string; ownerTeamId?: string; programme?: string; programmeVersion?: number; marking?: string }

/**
 * Opens a case as a worker, and gives its id.
 * @example const id = await aCase(cast.sam, { programme: 'modern-slavery' })
 */
export async function aCase(by: string = cast.tom, { programme = 'asb', ...more }: NewCase = {}): Promise<string> {
  const id = newId()
  await asWorker(by, db =>
    db
      .insertInto('cases')
      .values({
        id,
        programme,
        programmeVersion: 1,
        ownerAgencyId: db.actor.agencyId,
        leadWorkerId: by,
        openedBy: by,
        title: 'Noise at Fern Court',
        stage: 'reported',
        ...more,
      })
      .execute(),
  )
  return id
}

export type Share = Partial<{
  tier: 'pointer' | 'headline' | 'read' | 'contribute' | 'lead'
  agreementId: string | null
  basis: string
  gateway: string
  includesSubCases: boolean
  sides: string[]
  categories: string[]
  startsAt: Date
  endsAt: Date
  openBy: Date
}>

/**
 * Shares a case as a worker, under the county's agreement unless told otherwise, and gives the id of the share.
 * @example await share(id, agency.housing, { tier: 'contribute' })
 */
export async function share(
  caseId: string,
  principalId: string,
  { tier = 'read', agreementId = agreement.county, basis = 'agreement', ...more }: Share = {},
  by: string = cast.tom,
): Promise<string> {
  const id = newId()
  await asWorker(by, db =>
    db
      .insertInto('grants')
      .values({
        id,
        caseId,
        principalId,
        tier,
        basis,
        agreementId,
        reason: 'Working on it together',
        grantedBy: by,
        ...more,
      })
      .execute(),
  )
  return id
}

/**
 * Ends a share as a worker, at once.
 * @example await unshare(shareId)
 */
export async function unshare(shareId: string, by: string = cast.tom): Promise<void> {
  const ended = { revokedAt: new Date(), revokedBy: by, revokeReason: 'No longer needed' }
  await asWorker(by, db => db.updateTable('grants').set(ended).where('id', '=', shareId).execute())
}
