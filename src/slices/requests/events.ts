/** What happens to requests for information, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'

export const sentences: Sentences = {
  information_requested: ({ about }) => `asked ${about ?? 'another agency'} for information`,
  request_handed_on: ({ about }) => `handed a request for information to ${about ?? 'a colleague'}`,
  request_answered: () => 'answered a request for information',
}
