/** What happens to the record itself, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  flag_reviewed: ({ about }) => `reviewed unusual looks${about ? ` of ${about}` : ''}`,
  backup_made: () => 'made a backup of everything',
  backup_restored: () => 'restored a backup',
  files_scanned: () => 'had every kept file scanned for viruses',
  keys_changed: () => 'changed the keys that files and second steps are encrypted with',
}
