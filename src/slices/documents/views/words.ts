/** Sizes and types of files, and the state of tasks, in words. */
import { day } from '../../../ui/index.ts'

/**
 * A size as people say it.
 * @example sizeWords(3_400_000) // "3.2 MB"
 */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.0', '')} MB`
}

/**
 * What kind of file a type is, in a word or two.
 * @example typeWords('application/pdf') // "PDF"
 */
export function typeWords(type: string): string {
  if (type === 'application/pdf') return 'PDF'
  if (type.startsWith('image/')) return 'Picture'
  if (type.startsWith('audio/')) return 'Sound'
  if (type.startsWith('video/')) return 'Film'
  if (type === 'message/rfc822' || type.includes('outlook')) return 'E-mail'
  if (type.startsWith('text/csv') || /sheet|excel/.test(type)) return 'Table'
  if (/presentation|powerpoint/.test(type)) return 'Slides'
  return type.startsWith('text/') ? 'Text' : 'Document'
}

/**
 * Where a task has got to.
 * @example taskState(task) // "due Tue 24 Nov 2026"
 */
export function taskState(task: { doneAt: Date | null; cancelledAt: Date | null; dueOn: string }): string {
  if (task.doneAt) return `done ${day(task.doneAt)}`
  return task.cancelledAt ? 'called off' : `due ${day(task.dueOn)}`
}
