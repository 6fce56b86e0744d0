/** What happens to shares, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'
import type { Tier } from '../../platform/tables.ts'
import { canWords } from './tiers.ts'

export const sentences: Sentences = {
  case_shared: ({ about, detail }) => `shared this with ${about ?? 'somebody'}, who can ${canWords(detail.tier as Tier)}`,
  share_ended: ({ about }) => `ended the share with ${about ?? 'somebody'}`,
}
