/** What happens to interests and conflicts. None of it belongs to a case, so none has a line in a chronology. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {}
