/** Addresses of sharing. */
/** @example sharingLink(id, 'new') // "/cases/…/sharing/new" */
export const sharingLink = (caseId: string, part = ''): string => `/cases/${caseId}/sharing${part && `/${part}`}`
export const shareWithLink = (caseId: string, principalId: string): string => `${sharingLink(caseId, 'new')}?with=${principalId}`
/** @example previewLink(id, '/people/…') // "/cases/…/sharing/preview/people/…" */
export const previewLink = (caseId: string, page = `/cases/${caseId}`): string => `${sharingLink(caseId, 'preview')}${page}`
export const endShareLink = (caseId: string, shareId: string): string => sharingLink(caseId, `${shareId}/end`)
export const whyLink = (caseId: string): string => `/cases/${caseId}/why`
