/** All that other slices may use of search. */
export { searchLink } from './links.ts'
export { search } from './routes.tsx'
