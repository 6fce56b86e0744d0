/** All that other slices may use of merges. */
export { mergeRecords } from './commands.ts'
export { merges } from './routes.tsx'
