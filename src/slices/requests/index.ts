/** All that other slices may use of requests for information. */
export { searchJobs } from './jobs.ts'
export { countWaitingRequests, listSearchNotices, listUrgentRequests } from './queries.ts'
export { requests } from './routes.tsx'
export { WaitingRequests } from './views/waiting-cards.tsx'
