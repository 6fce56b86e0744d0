/** What happens to consents, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  consent_recorded: () => 'recorded a consent',
  consent_withdrawn: () => 'recorded that a consent was withdrawn',
}
