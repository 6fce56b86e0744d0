/** All that other slices may use of consents. */
export { recordConsent, withdrawConsent } from './commands.ts'
export { newConsent, withdrawal } from './inputs.ts'
export { type Consent, listConsentsFor } from './queries.ts'
export { consents } from './routes.tsx'
