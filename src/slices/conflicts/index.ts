/** All that other slices may use of conflicts. */
export { declareConflict, declareInterest, endInterest, reviewConflict } from './commands.ts'
export { conflictReview, newConflict, newInterest } from './inputs.ts'
export { conflictsLink, interestsLink } from './links.ts'
export { listConflicts, listInterests, listKeptOut } from './queries.ts'
export { conflicts } from './routes.tsx'
