// What the search box shows below itself as one types; served as a piece of HTML, not as a page.
import { unbroken } from './unbroken.tsx'

export type Suggestion = {
  href: string
  title: string
  /** Person, case, place, document. */
  kind: string
  about?: string | undefined
  /** Why it matched, when that is not plain to see: "also known as Danny". */
  why?: string | undefined
}

/**
 * The suggestions for the words typed so far. `allHref` leads to the whole search.
 * @example c.html(<Suggestions found={found} allHref="/search?q=marsh" />)
 */
export function Suggestions({ found, allHref }: { found: Suggestion[]; allHref: string }) {
  return (
    <>
      {found.map(one => (
        <a class="kith-found__item" role="option" aria-selected="false" href={one.href}>
          <span class="kith-found__title">{one.title}</span> <span class="kith-found__kind">{one.kind}</span>
          {one.about || one.why ? (
            <span class="kith-found__about">{unbroken([one.about, one.why].filter(Boolean).join(' · '))}</span>
          ) : null}
        </a>
      ))}
      <a class="kith-found__item" role="option" aria-selected="false" href={allHref}>
        {found.length ? 'See everything found' : 'Search everywhere'}
      </a>
    </>
  )
}
