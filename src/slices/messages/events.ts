/** What happens to messages. They stand on a page of their own, so a chronology does not repeat them. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {}
