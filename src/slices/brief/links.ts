/** The address of a case's brief. */
import { caseLink } from '../cases/index.ts'

/** @example briefLink(caseId) // "/cases/…/brief" */
export const briefLink = (caseId: string): string => `${caseLink(caseId)}/brief`
