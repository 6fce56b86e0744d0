/** All that other slices may use of merges. */
export { merges } from './routes.tsx'
