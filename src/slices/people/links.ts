/** Where people are found in the address bar. */

export const peopleLink = '/people'
export const newPersonLink = '/people/new'
export const personLink = (id: string): string => `/people/${id}`
/** The part of a person's page that a form belongs to, such as names or warnings. */
export const personPartLink = (
  id: string,
  part: 'details' | 'names' | 'contacts' | 'warnings' | 'needs' | 'relationships' | 'equality',
): string => `/people/${id}/${part}`
export const factEndingLink = (id: string, part: 'names' | 'contacts' | 'warnings' | 'needs' | 'relationships', fact: string): string =>
  `/people/${id}/${part}/${fact}/ending`
export const casePeopleLink = (caseId: string): string => `/cases/${caseId}/people`
export const newCasePersonLink = (caseId: string): string => `/cases/${caseId}/people/new`
export const foundLink = (caseId: string): string => `/cases/${caseId}/people/found`
export const roleEndingLink = (caseId: string, link: string): string => `/cases/${caseId}/people/${link}/ending`
export const caseObjectsLink = (caseId: string): string => `/cases/${caseId}/objects`
export const objectEndingLink = (caseId: string, object: string): string => `/cases/${caseId}/objects/${object}/ending`
