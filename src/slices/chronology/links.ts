/** Addresses of the chronology. */
import { caseLink } from '../cases/index.ts'

export const entriesLink = (caseId: string): string => `${caseLink(caseId)}/entries`
export const entryLink = (caseId: string, entryId: string): string => `${caseLink(caseId)}#entry-${entryId}`
export const correctionLink = (caseId: string, entryId: string): string => `${entriesLink(caseId)}/${entryId}/correction`
