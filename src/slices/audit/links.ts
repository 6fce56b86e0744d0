/** Addresses of the look log. */
export const looksLink = '/looks'
export const trailLink = '/account/trail'
export const caseLooksLink = (caseId: string): string => `/cases/${caseId}/looks`
