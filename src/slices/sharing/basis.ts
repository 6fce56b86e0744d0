/** What makes a share lawful: what there is to choose from, and whether what was chosen holds. */
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { programmeOf } from '../../programmes/index.ts'
import type { CaseHead } from '../cases/index.ts'
import { type Consent, listConsentsFor } from '../consents/index.ts'
import { type CoveringAgreement, listCovering } from './choice-queries.ts'
import { type NewShare, wordsOf } from './inputs.ts'

/** What there is for one case and one recipient, besides the law itself and vital interests. */
export interface Grounds {
  agreements: CoveringAgreement[]
  consents: Consent[]
}

export async function findGrounds(db: Db, caseId: string, principalId: string): Promise<Grounds> {
  return { agreements: await listCovering(db, caseId, principalId), consents: await listConsentsFor(db, caseId, principalId) }
}

/** What makes a share lawful. On the form it is `agreement:ID`, `gateway:WORDS`, `consent:ID` or `vital`, and a clause is `ID:NUMBER`. */
export interface Basis {
  basis: 'agreement' | 'statutory gateway' | 'vital interests' | 'consent'
  agreement?: CoveringAgreement
  clause?: string
  gateway?: string
  consent?: Consent
}

/** Throws Invalid when what was chosen does not hold for this recipient, or not any more. */
export async function checkBasis(db: Db, head: CaseHead, input: NewShare): Promise<Basis> {
  const [kind, ...rest] = input.basis.split(':')
  if (kind === 'vital') return { basis: 'vital interests' }
  if (kind === 'gateway' && programmeOf(head).sharing.gateways.includes(rest.join(':')))
    return { basis: 'statutory gateway', gateway: rest.join(':') }
  const { agreements, consents } = await findGrounds(db, head.id, input.with)
  const consent = kind === 'consent' ? consents.find(one => one.id === rest[0]) : undefined
  if (consent) return onConsent(consent, input)
  const agreement = kind === 'agreement' ? agreements.find(one => one.id === rest[0]) : undefined
  if (!agreement) throw new Invalid({ basis: 'This does not cover the share any more. Choose another basis.' }, wordsOf(input))
  return onAgreement(agreement, input)
}

/** Somebody agreed that one case is shared; those below it may be about others. */
function onConsent(consent: Consent, input: NewShare): Basis {
  if (input.subCases)
    throw new Invalid({ subCases: 'Consent was given for this case alone. Share its sub-cases on another basis.' }, wordsOf(input))
  return { basis: 'consent', consent }
}

function onAgreement(agreement: CoveringAgreement, input: NewShare): Basis {
  if (!input.clause) return { basis: 'agreement', agreement }
  const clause = agreement.clauses.find(one => input.clause === `${agreement.id}:${one.number}`)?.number
  if (!clause) throw new Invalid({ clause: `Choose a clause of ${agreement.name}, or none.` }, wordsOf(input))
  return { basis: 'agreement', agreement, clause }
}

/** The first day on which a basis holds no more, and what to call it; nothing when it has no end of its own. */
export function endOf({ agreement, consent }: Pick<Basis, 'agreement' | 'consent'>): { on: string; name: string } | undefined {
  if (consent) return { on: consent.expiresOn, name: 'The consent' }
  return agreement && { on: agreement.endsOn, name: agreement.name }
}
