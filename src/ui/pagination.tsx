// Older and newer pages without counting: "Showing 25, there are more".
import { Icon } from './icon.tsx'
import { stillAsked } from './who.tsx'

type PaginationProps = {
  previous?: string | undefined
  next?: string | undefined
  shown?: number | undefined
  noun?: string
  /** The list is newest first: what comes next is older, and the way back leads to the newest. */
  byTime?: boolean
}

/**
 * Links to the page before and after; nothing when there is only one page.
 * @example <Pagination next="/cases?after=…" shown={25} noun="cases" />
 */
export function Pagination({ previous, next, shown, noun = 'items', byTime }: PaginationProps) {
  if (!previous && !next) return null
  return (
    <nav class="kith-pages" aria-label={`Pages of ${noun}`}>
      {previous ? (
        <a class="kith-pages__link" rel="prev" href={stillAsked(previous)}>
          <Icon name="left" size={16} />
          {byTime ? `Newest ${noun}` : 'Previous'}
        </a>
      ) : null}
      {shown ? (
        <span class="kith-pages__shown">
          {shown}
          {next ? '+' : ''} {noun}
        </span>
      ) : null}
      {next ? (
        <a class="kith-pages__link" rel="next" href={stillAsked(next)}>
          {byTime ? `Older ${noun}` : 'Next'}
          <Icon name="right" size={16} />
        </a>
      ) : null}
    </nav>
  )
}
