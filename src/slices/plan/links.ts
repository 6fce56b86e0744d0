/** Addresses of plans and tasks. */
import { caseLink } from '../cases/index.ts'

export const tasksLink = '/tasks'
export const planLink = (caseId: string): string => caseLink(caseId, 'plan')
export const aimLink = (caseId: string, aimId: string): string => `${caseLink(caseId)}/aims/${aimId}`
/** @example taskLink(caseId, taskId) // "/cases/…/tasks/…" */
export const taskLink = (caseId: string, taskId: string): string => `${caseLink(caseId)}/tasks/${taskId}`
