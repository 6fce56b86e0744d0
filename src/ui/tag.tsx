// Short words with a colour and a shape: a state is never told by colour alone.
import type { Child } from '#jsx/element'
import { daysBetween, type Moment, plural } from './dates.ts'

export type TagKind = 'plain' | 'pine' | 'warm' | 'red' | 'green' | 'blue' | 'violet' | 'quiet'

/**
 * A tag.
 * @example <Tag kind="warm">Waiting for Housing</Tag>
 */
export function Tag({ kind = 'plain', children }: { kind?: TagKind; children?: Child }) {
  return <strong class={`govuk-tag kith-tag kith-tag--${kind}`}>{children}</strong>
}

export type Tier = 'pointer' | 'headline' | 'read' | 'contribute' | 'lead'

const tiers: Record<Tier, { label: string; kind: TagKind; filled: number }> = {
  pointer: { label: 'Knows it exists', kind: 'quiet', filled: 1 },
  headline: { label: 'Sees the headline', kind: 'quiet', filled: 2 },
  read: { label: 'Reads', kind: 'blue', filled: 3 },
  contribute: { label: 'Adds to it', kind: 'green', filled: 4 },
  lead: { label: 'Leads', kind: 'pine', filled: 5 },
}

/**
 * What somebody may do with a case, in words, with five steps filled to match.
 * @example <TierTag tier="contribute" />
 */
export function TierTag({ tier }: { tier: Tier }) {
  const { label, kind, filled } = tiers[tier]
  return (
    <Tag kind={kind}>
      <svg class="kith-steps" viewBox="0 0 19 8" width="19" height="8" aria-hidden="true">
        {[1, 2, 3, 4, 5].map(step => (
          <rect x={(step - 1) * 4} y={step <= filled ? 0 : 6} width="3" height={step <= filled ? 8 : 2} />
        ))}
      </svg>
      {label}
    </Tag>
  )
}

/**
 * The stage a case is at.
 * @example <StageTag stage="Assessment" />
 */
export function StageTag({ stage, closed = false }: { stage: string; closed?: boolean | undefined }) {
  return <Tag kind={closed ? 'quiet' : 'pine'}>{stage}</Tag>
}

/**
 * Whether something is late, due soon or has time; done things say so.
 * @example <DueTag due={task.dueOn} now={now} />
 */
export function DueTag({ due, now, done = false }: { due?: Moment | undefined; now: Moment; done?: boolean }) {
  if (done) return <Tag kind="green">Done</Tag>
  if (!due) return <Tag kind="quiet">No date</Tag>
  const left = daysBetween(now, due)
  if (left < 0) return <Tag kind="red">{plural(-left, 'day')} late</Tag>
  if (left === 0) return <Tag kind="warm">Due today</Tag>
  if (left === 1) return <Tag kind="warm">Due tomorrow</Tag>
  return <Tag kind={left <= 7 ? 'plain' : 'quiet'}>Due in {left} days</Tag>
}

/**
 * A small count beside a heading.
 * @example <h2>Tasks <Count value={4} /></h2>
 */
export function Count({ value, label }: { value: number | string; label?: string | undefined }) {
  return (
    <span class="kith-count">
      {value}
      {label ? <span class="govuk-visually-hidden"> {label}</span> : null}
    </span>
  )
}
