/** All that other slices may use of Today. */
export { today } from './routes.tsx'
