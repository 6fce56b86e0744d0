/** Where pairs and merges are found in the address bar. */

export const pairsLink = '/people/same'
export const pairLink = (id: string): string => `/people/same/${id}`
export const mergeEndingLink = (id: string): string => `/people/merges/${id}/ending`
