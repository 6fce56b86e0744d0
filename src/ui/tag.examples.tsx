// Examples of tags: every kind, tier, stage and due state.
import { type Example, hostile, huge, now } from './example.ts'
import { Count, DueTag, StageTag, Tag, type TagKind, type Tier, TierTag } from './tag.tsx'

const kinds: TagKind[] = ['plain', 'pine', 'warm', 'red', 'green', 'blue', 'violet', 'quiet']
const tiers: Tier[] = ['pointer', 'headline', 'read', 'contribute', 'lead']
const dues = ['2026-11-10', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-27', '2027-02-01', undefined]

export const examples: Example[] = [
  {
    name: 'every kind',
    show: () => (
      <p class="kith-adding">
        {kinds.map(kind => (
          <Tag kind={kind}>{kind}</Tag>
        ))}
      </p>
    ),
  },
  {
    name: 'tiers',
    show: () => (
      <p class="kith-adding">
        {tiers.map(tier => (
          <TierTag tier={tier} />
        ))}
      </p>
    ),
  },
  {
    name: 'due',
    show: () => (
      <p class="kith-adding">
        {dues.map(due => (
          <DueTag due={due} now={now} />
        ))}
        <DueTag now={now} done />
      </p>
    ),
  },
  {
    name: 'stages and counts',
    show: () => (
      <p class="kith-adding">
        <StageTag stage="First assessment" /> <StageTag stage="Closed" closed /> <Count value={4} label="tasks" /> <Count value="25+" />
      </p>
    ),
  },
  { name: 'hostile and huge', show: () => <Tag>{hostile + huge}</Tag> },
]
