/** All that other parts of Kith may use of reminders. */
export { reminderJobs } from './jobs.ts'
export { reminders } from './routes.tsx'
