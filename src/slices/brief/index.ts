/** All that other slices may use of the brief. */
export { briefLink } from './links.ts'
export { brief } from './routes.tsx'
