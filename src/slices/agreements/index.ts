/** All that other slices may use of agreements. */
export { agreements } from './routes.tsx'
