/** Shares in sentences. */
import { categories as kinds, day, dayAndTime, isoDay, type Moment, nameOf, plural, timeOf } from '../../ui/index.ts'
import { programmeOf } from '../../programmes/index.ts'
import type { CaseHead } from '../cases/index.ts'
import type { Basis } from './basis.ts'
import type { NewShare } from './inputs.ts'
import type { Seat, Share } from './queries.ts'
import { canWords } from './tiers.ts'

type Who = Pick<Share, 'kind' | 'name' | 'agencyName'>

/** @example whoWords(share) // "Grace Penhale (Housing)" */
export const whoWords = ({ kind, name, agencyName }: Who): string => (kind === 'agency' || !agencyName ? name : `${name} (${agencyName})`)

/** One share as one sentence: who can do what. */
export function shareSentence(share: Share): string {
  if (share.basis !== 'owner') return `${whoWords(share)} can ${canWords(share.tier, share.sides)}`
  if (share.kind === 'worker') return `${whoWords(share)} leads the case`
  if (share.kind === 'team') return `${whoWords(share)} works the case, and nobody else of that agency`
  return `${share.name} owns the case, and everybody there works it`
}

/** What a share that is about to be made will let them do. */
export const promiseWords = (
  name: string,
  { tier, subCases }: NewShare,
  { endsAt, sides }: { endsAt: Date; sides: string[] | null },
): string =>
  `${name} will be able to ${canWords(tier, sides)}${subCases ? ', and the same in its sub-cases,' : ''} until ${endWords(endsAt)}.`

/**
 * The last that a share holds: a share until the end of a day ends at midnight, which nobody calls the day after.
 * @example lastOf(new Date('2026-11-25T00:00Z')) // "2026-11-24"
 */
export const lastOf = (endsAt: Date): Moment => (timeOf(endsAt) === '00:00' ? isoDay(new Date(endsAt.getTime() - 1)) : endsAt)

/** @example endWords(new Date('2026-11-25T00:00Z')) // "the end of Tue 24 Nov 2026" */
export function endWords(endsAt: Date): string {
  const last = lastOf(endsAt)
  return typeof last === 'string' ? `the end of ${day(last)}` : dayAndTime(last)
}

type Scope = { sides: string[] | null; categories: string[] | null }

/**
 * How much of a case a share opens.
 * @example scopeWords(head, { sides: ['victim'], categories: [] }) // "Only the victim side. Nothing sensitive."
 */
export const scopeWords = (head: Pick<CaseHead, 'programme' | 'programmeVersion'>, { sides, categories }: Scope): string =>
  [sidesWords(head, sides), sensitiveWords(categories)]
    .filter(Boolean)
    .map(words => `${words}.`)
    .join(' ')

/** Which sides, in words; nothing when the case has none. */
export function sidesWords(head: Pick<CaseHead, 'programme' | 'programmeVersion'>, sides: string[] | null): string {
  const all = programmeOf(head).sides ?? []
  if (all.length === 0) return ''
  const names = all.filter(one => sides?.includes(one.key)).map(one => one.name.toLowerCase())
  return sides ? `Only the ${names.join(' and the ')}` : 'Every side of the case'
}

/** Which sensitive information, in words. */
export function sensitiveWords(categories: string[] | null): string {
  if (categories === null) return 'With what is sensitive'
  const names = kinds.filter(one => categories.includes(one.key)).map(one => one.name.toLowerCase())
  return names.length === 0 ? 'Nothing sensitive' : `Of what is sensitive, only: ${names.join(', ')}`
}

/** What a share that rests on consent hangs by; nothing for any other. */
export const consentWords = ({ consent }: Basis): string =>
  consent ? `It rests on the consent of ${nameOf(consent)}, and ends at once when that is taken back.` : ''

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
  consentOf?: string | null
  consentGivenOn?: string | null
}

/** What makes a share lawful, in words. */
export function basisWords({ basis, agreementName, clause, agreementGateway, gateway, consentOf, consentGivenOn }: Lawful): string {
  if (basis === 'agreement') return `${agreementName}${clause ? `, clause ${clause}` : ''} (${agreementGateway})`
  if (basis === 'statutory gateway') return gateway ?? ''
  if (basis === 'vital interests') return 'vital interests: somebody’s life or safety is at risk'
  if (basis === 'consent')
    return consentOf && consentGivenOn ? `the consent of ${consentOf}, given on ${day(consentGivenOn)}` : 'consent of somebody in the case'
  if (basis === 'break-glass') return 'an emergency'
  return 'it is their case'
}

/** The same of a share that is about to be made. */
export const lawfulWords = ({ basis, agreement, consent, ...more }: Basis): string =>
  basisWords({
    ...more,
    basis,
    agreementName: agreement?.name ?? null,
    agreementGateway: agreement?.gateway ?? null,
    consentOf: consent ? nameOf(consent) : null,
    consentGivenOn: consent?.givenOn ?? null,
  })
