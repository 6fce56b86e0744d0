/** What stands in the form before anybody types: an earlier share to extend, a proposal being changed, or what the programme suggests. */
import { programmeOf } from '../../programmes/index.ts'
import { isoDay } from '../../ui/index.ts'
import type { CaseHead } from '../cases/index.ts'
import { type Basis, endOf, type Grounds } from './basis.ts'
import type { Share } from './queries.ts'

/** A share is looked at again after six months at the latest. */
const longestDays = 182

/** `like` is the share to extend; `proposed` counts only when it is for the same recipient. */
export function firstValues(
  head: CaseHead,
  recipientId: string,
  { agreements, consents }: Grounds,
  { like, proposed }: { like?: Share | undefined; proposed?: Record<string, unknown> | undefined } = {},
): Record<string, unknown> {
  if (proposed?.with === recipientId) return proposed
  const { sharing } = programmeOf(head)
  const basis = agreements[0] ? `agreement:${agreements[0].id}` : ''
  const suggested = agreements[0] && { agreement: agreements[0] }
  if (!like) return { tier: sharing.tier, basis, sensitive: 'all', until: lastDay(head, suggested) }
  const consent = consents.find(one => one.id === like.consentId)
  return {
    tier: like.tier,
    basis: basisOf(like) || basis,
    reason: like.reason,
    sensitive: like.categories === null ? 'all' : like.categories.length > 0 ? 'some' : 'none',
    category: like.categories ?? [],
    side: like.sides ?? [],
    until: lastDay(head, consent ? { consent } : suggested),
    subCases: like.includesSubCases ? 'yes' : '',
  }
}

function basisOf({ basis, agreementId, gateway, consentId }: Share): string {
  if (basis === 'agreement') return `agreement:${agreementId}`
  if (basis === 'consent') return `consent:${consentId}`
  return basis === 'statutory gateway' ? `gateway:${gateway}` : 'vital'
}

/** The agreement's next review, the last day of what the share rests on, or six months, whichever comes first; without either, the programme's next review. */
function lastDay(head: CaseHead, restsOn?: Pick<Basis, 'agreement' | 'consent'>): string {
  const today = isoDay(new Date())
  const end = restsOn && endOf(restsOn)
  if (!end) return later(today, programmeOf(head).reviewWeeks * 7)
  const review = restsOn?.agreement?.reviewOn ?? ''
  return [later(today, longestDays), later(end.on, -1), ...(review > today ? [review] : [])].toSorted()[0] ?? today
}

const later = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
