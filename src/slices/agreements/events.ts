/** What happens to agreements, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  agreement_added: () => 'recorded the agreement',
  agreement_amended: () => 'changed the agreement',
  agreement_suspended: () => 'suspended the agreement',
  agreement_resumed: () => 'put the agreement in force again',
  agreement_signed: ({ about }) => `recorded that ${about ?? 'an agency'} signed the agreement`,
  agreement_left: ({ about }) => `recorded that ${about ?? 'an agency'} left the agreement`,
}
