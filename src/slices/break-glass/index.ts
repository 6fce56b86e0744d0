/** All that other slices may use of break-glass. */
export { openInEmergency, reviewOpening } from './commands.ts'
export { emergencyOpening, openingReview } from './inputs.ts'
export { findOpening, listNotices, listOpenings, type Opening } from './queries.ts'
