/** Addresses of receipts. */
export const receiptsLink = '/receipts'
/** The receipt of one share. @example receiptLink(shareId, 'understanding') // "/receipts/…/understanding" */
export const receiptLink = (shareId: string, part = ''): string => `${receiptsLink}/${shareId}${part && `/${part}`}`
