/** Shares in sentences. */
import { plural } from '../../ui/index.ts'
import type { Seat, Share } from './queries.ts'
import { canWords } from './tiers.ts'

type Who = Pick<Share, 'kind' | 'name' | 'agencyName'>

/** @example whoWords(share) // "Grace Penhale (Housing)" */
export const whoWords = ({ kind, name, agencyName }: Who): string => (kind === 'agency' || !agencyName ? name : `${name} (${agencyName})`)

/** One share as one sentence: who can do what. */
export function shareSentence(share: Share): string {
  if (share.basis !== 'owner') return `${whoWords(share)} can ${canWords(share.tier)}`
  if (share.kind === 'worker') return `${whoWords(share)} leads the case`
  if (share.kind === 'team') return `${whoWords(share)} works the case, and nobody else of that agency`
  return `${share.name} owns the case, and everybody there works it`
}

/** Whom a share reaches, as people. */
export function reachWords({ kind, people }: Pick<Share, 'kind' | 'people'>, seats: Seat[]): string {
  if (kind === 'agency') return `Everybody who works there: ${plural(people, 'person', 'people')}.`
  if (kind === 'worker') return ''
  return seats.length > 0
    ? `${seats.map(seat => `${seat.name} (${seat.agencyName})`).join(', ')}.`
    : 'Nobody is in this team at the moment.'
}

type Lawful = {
  basis: string
  agreementName?: string | null
  clause?: string | null
  agreementGateway?: string | null
  gateway?: string | null
}

/** What makes a share lawful, in words. */
export function basisWords({ basis, agreementName, clause, agreementGateway, gateway }: Lawful): string {
  if (basis === 'agreement') return `${agreementName}${clause ? `, clause ${clause}` : ''} (${agreementGateway})`
  if (basis === 'statutory gateway') return gateway ?? ''
  if (basis === 'vital interests') return 'vital interests: somebody’s life or safety is at risk'
  return 'it is their case'
}
