/** All that other slices may use of sharing. */
export { previewsOf } from './preview/routes.tsx'
export { sharingLink, whyLink } from './links.ts'
export { isWhoPage, whoPageOf } from './row/of-address.ts'
export { listShares, type Share } from './queries.ts'
export { sharing } from './routes.tsx'
