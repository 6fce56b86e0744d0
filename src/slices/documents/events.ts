/** What happens to documents, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  document_added: () => 'added a document',
  pack_made: () => 'made a case pack',
  version_added: () => 'added a new version of a document',
}
