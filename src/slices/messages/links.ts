/** Addresses of messages. */
import { caseLink } from '../cases/index.ts'

export const alertsLink = '/alerts'
/** @example messagesLink(caseId, { to: workerId }) // "/cases/…/messages?to=…#write" */
export const messagesLink = (caseId: string, { to, message }: { to?: string; message?: string } = {}): string =>
  `${caseLink(caseId, 'messages')}${to ? `?to=${to}` : ''}${message ? `#message-${message}` : to ? '#write' : ''}`
