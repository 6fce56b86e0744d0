/** Addresses of cases and of their tabs. */

export type CaseTab =
  | 'timeline'
  | 'plan'
  | 'people'
  | 'places'
  | 'documents'
  | 'messages'
  | 'sub-cases'
  | 'consents'
  | 'sharing'
  | 'outcomes'

/** @example caseLink(id, 'plan') // "/cases/…/plan" */
export const caseLink = (id: string, tab: CaseTab = 'timeline'): string => (tab === 'timeline' ? `/cases/${id}` : `/cases/${id}/${tab}`)
export const casesLink = '/cases'
export const newCaseLink = (query = ''): string => `/cases/new${query}`
