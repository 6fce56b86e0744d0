/** Addresses of the record. */
export const looksLink = '/looks'
export const flagsLink = '/looks/flags'
export const flagLink = (id: string): string => `/looks/flags/${id}`
export const trailLink = '/account/trail'
export const caseLooksLink = (caseId: string): string => `/cases/${caseId}/looks`
