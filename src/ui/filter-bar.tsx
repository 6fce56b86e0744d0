// Filters above a list: what is on is shown as chips one can take off; the rest opens below.
import type { Child } from '#jsx/element'
import { Icon } from './icon.tsx'
import { StillAsked, stillAsked } from './who.tsx'

export type ActiveFilter = { label: string; removeHref: string }

type FilterBarProps = {
  action: string
  active?: ActiveFilter[] | undefined
  clearHref?: string | undefined
  /** A search box always in sight. */
  search?: { name: string; label: string; value?: string | undefined } | undefined
  children?: Child
}

/**
 * A filter bar. Its form asks with GET, so every view of a list has an address.
 * @example <FilterBar action="/cases" search={{ name: 'q', label: 'Find in cases' }} active={[{ label: 'Open', removeHref: '/cases' }]}><Select … /></FilterBar>
 */
export function FilterBar({ action, active = [], clearHref, search, children }: FilterBarProps) {
  return (
    <form class="moj-filter kith-filter" action={action} method="get" data-turbo-action="replace">
      <StillAsked action={action} />
      <div class="kith-filter__row">
        {search ? <FilterSearch {...search} /> : null}
        {children ? (
          <details class="kith-filter__more">
            <summary>
              Filter
              <Icon name="down" size={14} />
            </summary>
            <div class="kith-filter__options">
              {children}
              <button class="kith-button kith-button--primary kith-button--small" type="submit">
                Show
              </button>
            </div>
          </details>
        ) : null}
        <ActiveFilters active={active} clearHref={clearHref} />
      </div>
    </form>
  )
}

function FilterSearch({ name, label, value }: { name: string; label: string; value?: string | undefined }) {
  return (
    <div class="kith-filter__search">
      <Icon name="search" size={16} />
      <input class="govuk-input" type="search" name={name} value={value} aria-label={label} placeholder={label} />
    </div>
  )
}

function ActiveFilters({ active, clearHref }: { active: ActiveFilter[]; clearHref?: string | undefined }) {
  if (active.length === 0) return null
  return (
    <ul class="moj-filter-tags kith-filter__active" aria-label="Filters in use">
      {active.map(filter => (
        <li>
          <a class="moj-filter__tag" href={stillAsked(filter.removeHref)}>
            <span class="govuk-visually-hidden">Remove this filter: </span>
            {filter.label}
            <Icon name="close" size={12} />
          </a>
        </li>
      ))}
      {clearHref ? (
        <li>
          <a href={stillAsked(clearHref)}>Clear all</a>
        </li>
      ) : null}
    </ul>
  )
}
