/** All that other slices may use of recalls. */
export { recallJobs } from './jobs.ts'
export { listOurRecalls, listWaitingRecalls } from './queries.ts'
export { recalls } from './routes.tsx'
export { WaitingRecalls } from './views/waiting-card.tsx'
