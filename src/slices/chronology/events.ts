/** What happens in a chronology. An entry speaks for itself, so these have no line of their own. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {}
