// A closed section one can open; it stays as the reader left it through live updates.
import type { Child } from 'hono/jsx'

/**
 * A section that opens.
 * @example <Details summary="More about this note">…</Details>
 */
export function Details({ summary, open, id, children }: { summary: Child; open?: boolean; id?: string; children?: Child }) {
  return (
    <details class="govuk-details kith-details" open={open} id={id}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
