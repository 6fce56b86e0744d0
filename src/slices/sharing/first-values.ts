/** What stands in the form before anybody types: an earlier share to extend, a proposal being changed, or what the programme suggests. */
import { programmeOf } from '../../programmes/index.ts'
import { isoDay } from '../../ui/index.ts'
import type { CaseHead } from '../cases/index.ts'
import type { CoveringAgreement } from './choice-queries.ts'
import type { Share } from './queries.ts'

/** A share is looked at again after six months at the latest. */
const longestDays = 182

export function firstValues(
  head: CaseHead,
  principalId: string,
  covering: CoveringAgreement[],
  like?: Share,
  proposed?: Record<string, unknown>,
): Record<string, unknown> {
  if (proposed?.with === principalId) return proposed
  const { sharing } = programmeOf(head)
  const basis = covering[0] ? `agreement:${covering[0].id}` : ''
  if (!like) return { tier: sharing.tier, basis, sensitive: 'all', until: lastDay(head, covering[0]) }
  return {
    tier: like.tier,
    basis: basisOf(like) || basis,
    reason: like.reason,
    sensitive: like.categories === null ? 'all' : like.categories.length > 0 ? 'some' : 'none',
    category: like.categories ?? [],
    side: like.sides ?? [],
    until: lastDay(head, covering[0]),
    subCases: like.includesSubCases ? 'yes' : '',
  }
}

function basisOf({ basis, agreementId, gateway }: Share): string {
  if (basis === 'agreement') return `agreement:${agreementId}`
  return basis === 'statutory gateway' ? `gateway:${gateway}` : 'vital'
}

/** The agreement's next review, or its last day, or six months, whichever comes first; without an agreement, the programme's next review. */
function lastDay(head: CaseHead, agreement?: CoveringAgreement): string {
  const today = isoDay(new Date())
  if (!agreement) return later(today, programmeOf(head).reviewWeeks * 7)
  const ends = later(agreement.endsOn, -1)
  return [later(today, longestDays), ends, ...(agreement.reviewOn > today ? [agreement.reviewOn] : [])].toSorted()[0] ?? ends
}

const later = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
