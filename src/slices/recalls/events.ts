/** What happens to recalls, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  recall_confirmed: () => 'said that the agency acted on what was called back',
}
