/** Addresses of documents, their files, letters and the case pack. */
import { caseLink } from '../cases/index.ts'

export const documentsLink = (caseId: string): string => caseLink(caseId, 'documents')
/** @example documentLink(id) // "/documents/…" */
export const documentLink = (id: string): string => `/documents/${id}`
/** The file itself, to be shown; with `save`, to be saved. */
export const fileLink = (id: string, number: number, save = false): string =>
  `/documents/${id}/versions/${number}/file${save ? '?save=yes' : ''}`
export const letterLink = (caseId: string, template = ''): string =>
  `${caseLink(caseId)}/letters/new${template ? `?template=${template}` : ''}`
export const printLetterLink = (id: string): string => `/documents/${id}/letter`
export const scanLink = (caseId: string): string => `${caseLink(caseId)}/scans/new`
export const packLink = (caseId: string): string => `${caseLink(caseId)}/pack`
export const packFileLink = (caseId: string): string => `${caseLink(caseId)}/pack.pdf`
