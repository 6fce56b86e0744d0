/** What happens when a case is opened in an emergency, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  case_opened_in_emergency: ({ detail }) => `opened the case in an emergency${detail.minutes ? `, for ${detail.minutes} minutes` : ''}`,
  opening_reviewed: ({ detail }) => `found the emergency opening ${detail.outcome}`,
}
