/** All that other slices may use of agreements. */
export { agreementLink, agreementsLink } from './links.ts'
export { agreements } from './routes.tsx'
