/** What happens to reminders, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  reminders_chosen: () => 'chose what to be reminded of',
}
