/** All that other slices may use of the look log. */
export { caseLooksLink, looksLink, trailLink } from './links.ts'
export { audit } from './routes.tsx'
