/** Addresses of agencies, teams and workers. */
export const agenciesLink = '/agencies'
/** @example agencyLink(id, 'edit') // "/agencies/…/edit" */
export const agencyLink = (id: string, part = ''): string => `/agencies/${id}${part && `/${part}`}`
export const teamsLink = '/teams'
export const teamLink = (id: string, part = ''): string => `/teams/${id}${part && `/${part}`}`
export const workerLink = (id: string, part = ''): string => `/workers/${id}${part && `/${part}`}`
export const newWorkerLink = (agencyId: string): string => `/workers/new?agency=${agencyId}`
