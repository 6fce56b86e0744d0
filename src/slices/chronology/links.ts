/** Addresses of the chronology. */
import { caseLink } from '../cases/index.ts'

export const entriesLink = (caseId: string): string => `${caseLink(caseId)}/entries`
export const entryLink = (caseId: string, entryId: string): string => `${caseLink(caseId)}#entry-${entryId}`
/** One entry on a page of its own: where a restricted one is opened. */
export const openedEntryLink = (caseId: string, entryId: string): string => `${entriesLink(caseId)}/${entryId}`
export const correctionLink = (caseId: string, entryId: string): string => `${entriesLink(caseId)}/${entryId}/correction`
