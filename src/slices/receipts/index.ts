/** All that other slices may use of receipts. */
export { openByOf, openWithin } from './inputs.ts'
export { receiptJobs } from './jobs.ts'
export { findReceipts, findReceiptsToday, findUnconfirmed, type Receipt } from './queries.ts'
export { receipts } from './routes.tsx'
export { ReceiptLine } from './views/receipt-line.tsx'
export { UnconfirmedNotice } from './views/unconfirmed-notice.tsx'
export { UrgentChoice } from './views/urgent-choice.tsx'
export { NotOpened, SharedWithYou, UrgentAlerts } from './views/waiting-cards.tsx'
