/** The five tiers of sharing in words: what each lets somebody do. */
import type { Tier } from '../../platform/tables.ts'

export const tiers: { key: Tier; label: string; means: string; can: string }[] = [
  {
    key: 'pointer',
    label: 'Know that it exists',
    means: 'They see that your agency holds something, and how to ask. No title, no name.',
    can: 'know that it exists, and whom to ask',
  },
  {
    key: 'headline',
    label: 'See the headline',
    means: 'They see the title, the stage, whose case it is and who leads it. Nothing else.',
    can: 'see its title and stage, and who leads it',
  },
  {
    key: 'read',
    label: 'Read everything',
    means: 'They see the timeline, people, places, plan and documents. They change nothing.',
    can: 'read everything in it',
  },
  {
    key: 'contribute',
    label: 'Read and add to it',
    means: 'They read everything, write notes, add people and documents, and do tasks.',
    can: 'read everything in it and add to it',
  },
  {
    key: 'lead',
    label: 'Lead it with you',
    means: 'They do all that you can: share it with others, end shares, change and close it.',
    can: 'read it, add to it and share it with others',
  },
]

/**
 * What a share lets somebody do; whoever leads some sides only changes and closes nothing, so that is said only of a share of all (null).
 * @example canWords('read', null) // "read everything in it"
 */
export function canWords(tier: Tier, sides?: string[] | null): string {
  if (tier === 'lead' && sides === null) return 'read it, add to it, share it with others, change it and close it'
  return tiers.find(one => one.key === tier)?.can ?? ''
}
