/** Addresses of recalls. */
export const recallsLink = '/recalls'
export const confirmationLink = (recallId: string): string => `${recallsLink}/${recallId}/confirmation`
