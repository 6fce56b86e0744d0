/** Addresses of the record. */
export const looksLink = '/looks'
export const flagsLink = '/looks/flags'
export const flagLink = (id: string): string => `/looks/flags/${id}`
export const trailLink = '/account/trail'
export const caseLooksLink = (caseId: string): string => `/cases/${caseId}/looks`

/**
 * Who did anything with one person or document, for information-governance leads.
 * @example <a href={subjectLooksLink(person.id)}>Who looked</a>
 */
export const subjectLooksLink = (id: string): string => `${looksLink}?subject=${id}`
