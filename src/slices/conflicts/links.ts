/** Addresses of interests and conflicts. */
export const interestsLink = '/account/interests'
export const endInterestLink = (id: string): string => `${interestsLink}/${id}/end`
export const conflictsLink = '/conflicts'
export const conflictLink = (id: string): string => `${conflictsLink}/${id}`
