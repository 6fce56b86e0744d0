// Warnings about a person or place, written as instructions: "Visit in twos".
import type { Child } from '#jsx/element'
import { day, type Moment } from './dates.ts'
import { Icon } from './icon.tsx'
import { unbroken } from './unbroken.tsx'
import { AskWho } from './who.tsx'

export type WarningProps = {
  /** What to do, as an instruction. */
  instruction: string
  reason?: string | undefined
  author?: string | undefined
  agency?: string | undefined
  reviewOn?: Moment | undefined
  /** Who may see it, when that is not everybody. */
  tags?: Child
  /** Where it is told who can read it. */
  who?: string | undefined
}

/**
 * One warning.
 * @example <Warning instruction="Visit in twos" reason="Dog kept loose" author="Tom Reed" agency="Police" reviewOn="2027-01-10" />
 */
export function Warning({ instruction, reason, author, agency, reviewOn, tags, who }: WarningProps) {
  return (
    <div class="kith-warning">
      <Icon name="warning" />
      <div>
        <strong class="kith-warning__do">
          <span class="govuk-visually-hidden">Warning: </span>
          {instruction}
        </strong>
        {tags ? <> {tags}</> : null}
        {reason ? <span class="kith-warning__why"> {reason}</span> : null}
        {author || reviewOn ? (
          <span class="kith-warning__who">
            {unbroken(
              [author && `${author}${agency ? `, ${agency}` : ''}`, reviewOn && `review ${day(reviewOn)}`].filter(Boolean).join(' · '),
            )}
          </span>
        ) : null}
        <AskWho who={who} />
      </div>
    </div>
  )
}

/**
 * All warnings of a page, before anything else.
 * @example <Warnings warnings={found.warnings} />
 */
export function Warnings({ warnings }: { warnings: WarningProps[] }) {
  if (warnings.length === 0) return null
  return (
    <div class="kith-warnings">
      {warnings.map(warning => (
        <Warning {...warning} />
      ))}
    </div>
  )
}
