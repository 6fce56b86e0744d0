/** What happens to receipts, each with its sentence. Only those at the two ends of a share are told. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  share_understood: () => 'read and understood what was shared',
  share_question_answered: () => 'answered a question about what was shared',
  share_acted_upon: () => 'acted upon what was shared',
}
