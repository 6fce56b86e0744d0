/** All that other slices may use of search. */
export { search } from './routes.tsx'
