/** Addresses of requests for information. */
export const requestsLink = '/requests'
/** @example requestLink(id, 'answer') // "/requests/…/answer" */
export const requestLink = (id: string, part = ''): string => `${requestsLink}/${id}${part && `/${part}`}`
