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
/** What a case is made of, as far as somebody may ask who can read it. */
export type RowKind =
  | 'entry'
  | 'document'
  | 'task'
  | 'message'
  | 'aim'
  | 'outcome'
  | 'closure'
  | 'consent'
  | 'person'
  | 'place'
  | 'object'
  | 'name'
  | 'contact'
  | 'warning'
  | 'need'
  | 'relationship'
  | 'deed'

/** @example whoLink('entry', id) // "/who/entry/…" */
export const whoLink = (what: RowKind, id: string): string => `/who/${what}/${id}`
/** Who can find a person or a place, in whichever cases. */
export const whoFindsLink = (what: 'people' | 'places', id: string): string => `/who/${what}/${id}`
export const casesLink = '/cases'
export const newCaseLink = (query = ''): string => `/cases/new${query}`
