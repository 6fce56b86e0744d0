/** The worker behind a request, and what their roles make of them: only to decide what is asked for and drawn, because the rules decide what is seen and done. */

export type Role = 'panel_coordinator' | 'agency_administrator' | 'information_governance_lead' | 'partnership_administrator'

export interface Actor {
  workerId: string
  name: string
  agencyId: string
  agencyName: string
  roles: Role[]
  /** The worker, their agency and their teams: what a case can be shared with that includes them. */
  principals: string[]
  /** Nobody: a page is looked at with rights that nobody has yet. Nothing is written, not even the look. */
  nobody?: true
}

/** What a request brings to show who is asking: the token of a session, or, for jobs, the worker who caused them. A quiet request is one that nobody clicked: it does not keep the session alive. */
export type Entry = { session: string; quiet?: boolean } | { worker: string }

/**
 * Whether the worker is an information-governance lead of their agency.
 * @example leadsGovernance(db.actor)
 */
export const leadsGovernance = ({ roles }: Actor): boolean => roles.includes('information_governance_lead')

/**
 * Whether the worker administers the partnership, and so every agency of it.
 * @example administersPartnership(db.actor)
 */
export const administersPartnership = ({ roles }: Actor): boolean => roles.includes('partnership_administrator')
