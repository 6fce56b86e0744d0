/** All that other slices may use of agencies, teams and workers. */
export { listColleagues, listMyTeams } from './colleagues.ts'
export { optionalWords, version, words } from './inputs.ts'
export { agencyLink } from './links.ts'
export { refusingTwins } from './principals.ts'
export { administers, type Deed, listAgencies, listDeedsAbout } from './queries.ts'
export { agencies } from './routes.tsx'
export { setSuspended } from './suspending.ts'
export { Deeds } from './views/shared.tsx'
