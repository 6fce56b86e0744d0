/** All that other slices may use of messages. */
export { sendMessage } from './commands.ts'
export { alertsLink } from './links.ts'
export { listUrgentMessages, listWaiting, type WaitingMessage } from './queries.ts'
export { messages } from './routes.tsx'
export { messageRow } from './views/alerts-page.tsx'
export { UrgentMessages } from './views/urgent-messages.tsx'
export { UrgentNotice } from './views/urgent-notice.tsx'
