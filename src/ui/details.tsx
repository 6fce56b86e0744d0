// A closed section one can open; it stays as the reader left it through live updates.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'

type DetailsProps = {
  summary: Child
  open?: boolean
  id?: string
  /** It opens a form that adds something, and looks like the button it is. */
  add?: boolean
  children?: Child
}

/**
 * A section that opens.
 * @example <Details summary="More about this note">…</Details>
 */
export function Details({ summary, open, id, add, children }: DetailsProps) {
  return (
    <details class={classes('govuk-details kith-details', add && 'kith-details--add')} open={open} id={id}>
      <summary class="govuk-details__summary">
        {add ? <Icon name="plus" size={18} /> : null}
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
