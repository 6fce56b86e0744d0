/** All that other slices may use of conflicts. */
export { declareConflict, declareInterest } from './commands.ts'
export { newInterest } from './inputs.ts'
export { listConflicts, listKeptOut } from './queries.ts'
export { conflicts } from './routes.tsx'
