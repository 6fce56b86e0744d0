// Facts as pairs of name and value.
import type { Child } from '#jsx/element'
import { unbroken } from './unbroken.tsx'

export type Fact = { name: string; value: Child; href?: string | undefined; action?: string | undefined; mark?: Child }

/**
 * A list of facts. `href` adds a link to change one; empty values say so.
 * @example <SummaryList facts={[{ name: 'Born', value: '4 May 1988', href: '/people/1/edit', action: 'Change' }]} />
 */
export function SummaryList({ facts }: { facts: Fact[] }) {
  return (
    <dl class="govuk-summary-list kith-facts">
      {facts.map(fact => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">
            {fact.name} {fact.mark}
          </dt>
          <dd class="govuk-summary-list__value">{unbroken(fact.value) || <span class="kith-none">Not recorded</span>}</dd>
          {fact.href ? (
            <dd class="govuk-summary-list__actions">
              <a href={fact.href}>
                {fact.action ?? 'Change'}
                <span class="govuk-visually-hidden"> {fact.name.toLowerCase()}</span>
              </a>
            </dd>
          ) : null}
        </div>
      ))}
    </dl>
  )
}
