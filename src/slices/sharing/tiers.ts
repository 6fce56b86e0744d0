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
    can: 'read it, add to it, share it with others and close it',
  },
]

/** @example canWords('read') // "read everything in it" */
export const canWords = (tier: Tier): string => tiers.find(one => one.key === tier)?.can ?? ''
