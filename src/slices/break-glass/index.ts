/** All that other slices may use of break-glass. */
export { openInEmergency } from './commands.ts'
export { emergencyFor, emergencyLink, openingsLink } from './links.ts'
export { findMyOpening, listNotices, listOpenings, type Opening } from './queries.ts'
export { breakGlass } from './routes.tsx'
export { EmergencyBand } from './views/band.tsx'
export { Notices } from './views/notices.tsx'
export { openingRow } from './views/openings-page.tsx'
