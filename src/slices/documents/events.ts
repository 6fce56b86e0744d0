/** What happens to documents, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  document_added: () => 'added a document',
  file_released: () => 'gave a file back that was shut by mistake',
  pack_made: () => 'made a case pack',
  version_added: () => 'added a new version of a document',
  virus_found: () => 'found a virus in the file of a document, which nobody can open any more',
}
