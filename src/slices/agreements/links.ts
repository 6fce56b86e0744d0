/** Addresses of agreements. */
export const agreementsLink = '/agreements'
/** @example agreementLink(id, 'edit') // "/agreements/…/edit" */
export const agreementLink = (id: string, part = ''): string => `/agreements/${id}${part && `/${part}`}`
