/** All that others may use of the record: its pages' addresses, and what seals and proves it. */
export { auditJobs } from './jobs.ts'
export { kindName } from './kinds.ts'
export { noteRefusal } from './refusals.ts'
export { audit } from './routes.tsx'
export { readCheckpoint, writeCheckpoint } from './seals/checkpoint.ts'
export { sealAll } from './seals/seal.ts'
export { type Verdict, verify } from './seals/verify.ts'
