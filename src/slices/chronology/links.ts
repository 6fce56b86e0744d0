/** Addresses of the chronology. */
import { caseLink } from '../cases/index.ts'

export const entriesLink = (caseId: string): string => `${caseLink(caseId)}/entries`
export const entryLink = (caseId: string, entryId: string): string => `${caseLink(caseId)}#entry-${entryId}`
/** One entry on a page of its own: where a restricted one is opened. */
export const openedEntryLink = (caseId: string, entryId: string): string => `${entriesLink(caseId)}/${entryId}`
export const correctionLink = (caseId: string, entryId: string): string => `${entriesLink(caseId)}/${entryId}/correction`
/** What a line of Kith's own is called on its page: the part of its key that is drawn by lot, because the whole is as long as the line. */
export const lineName = (id: string): string => `event-${id.slice(-12)}`
