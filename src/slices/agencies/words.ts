/** The words for kinds of agency and for roles. */
import type { Role } from '../../platform/actor.ts'

export const agencyKinds: [string, string][] = [
  ['police', 'Police'],
  ['council', 'Council'],
  ['health', 'Health'],
  ['housing', 'Housing'],
  ['probation', 'Probation'],
  ['education', 'Education'],
  ['fire', 'Fire and rescue'],
  ['charity', 'Charity'],
  ['regulator', 'Regulator'],
  ['other', 'Other'],
]

/** @example kindName('fire') // "Fire and rescue" */
export const kindName = (kind: string): string => agencyKinds.find(([key]) => key === kind)?.[1] ?? kind

export const roles: { key: Role; name: string; may: string }[] = [
  { key: 'agency_administrator', name: 'Agency administrator', may: 'Adds and ends the agency’s workers and teams.' },
  {
    key: 'information_governance_lead',
    name: 'Information-governance lead',
    may: 'Signs agreements, sees every share of the agency’s cases and who looked at them.',
  },
  { key: 'panel_coordinator', name: 'Panel coordinator', may: 'Prepares panels and their papers.' },
  {
    key: 'partnership_administrator',
    name: 'Partnership administrator',
    may: 'Adds agencies, records agreements, moves workers between agencies.',
  },
]

/** @example roleName('panel_coordinator') // "Panel coordinator" */
export const roleName = (key: string): string => roles.find(role => role.key === key)?.name ?? key
