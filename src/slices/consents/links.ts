/** Addresses of consent. */
/** @example consentsLink(id, 'new') // "/cases/…/consents/new" */
export const consentsLink = (caseId: string, part = ''): string => `/cases/${caseId}/consents${part && `/${part}`}`
export const withdrawalLink = (caseId: string, id: string): string => consentsLink(caseId, `${id}/withdrawal`)
