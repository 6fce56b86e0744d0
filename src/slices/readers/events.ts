/** What happens to the readers of what is restricted. Told only to those who may read it. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  reader_named: ({ about }) => `let ${about ?? 'a colleague'} read something restricted`,
  reader_ended: ({ about }) => `no longer lets ${about ?? 'a colleague'} read something restricted`,
}
