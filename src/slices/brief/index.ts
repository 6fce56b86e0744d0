/** All that other slices may use of the brief. */
export { brief } from './routes.tsx'
