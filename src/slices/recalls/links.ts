/** Addresses of recalls. */
export const recallsLink = '/recalls'
export const caseRecallsLink = (caseId: string): string => `/cases/${caseId}/recalls`
export const confirmationLink = (recallId: string): string => `${recallsLink}/${recallId}/confirmation`
