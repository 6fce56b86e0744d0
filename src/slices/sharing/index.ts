/** All that other slices may use of sharing. */
export { shareCase } from './commands.ts'
export { sharingLink, whyLink } from './links.ts'
export { listShares, type Share } from './queries.ts'
export { sharing } from './routes.tsx'
