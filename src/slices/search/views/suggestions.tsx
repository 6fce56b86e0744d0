/** The few best finds, below the search box, as somebody types. */
import { isoDay } from '../../../ui/index.ts'
import { caseLink } from '../../cases/index.ts'
import { ageLine, nameOf, personLink } from '../../people/index.ts'
import { searchLink } from '../links.ts'
import { countFound, type Found } from '../queries.ts'

interface Option { href: string; title: string; about: string }

/** A fragment of options: people first, then cases, places and documents. Nothing at all when nothing was found. */
export function Suggestions({ words, found, now }: { words: string; found: Found; now: Date }) {
  if (countFound(found) === 0) return <></>
  const groups: [string, Option[]][] = [
    ['People', found.people.map(one => ({ href: personLink(one.id), title: nameOf(one), about: one.reasons[0] ?? ageLine(one, isoDay(now)) }))],
    ['Cases', found.cases.map(one => ({ href: caseLink(one.id), title: one.title, about: one.reference }))],
    ['Places', found.places.flatMap(one => one.cases[0] ? [{ href: caseLink(one.cases[0].caseId, 'places'), title: one.name || one.line1, about: one.postcode }] : [])],
    ['Documents', found.documents.map(one => ({ href: caseLink(one.caseId, 'documents'), title: one.title, about: one.reference }))],
  ]
  return (
    <>
      {groups.filter(([, options]) => options.length > 0).map(([title, options]) => (
        <div role="group" aria-label={title}>
          <p class="kith-found__group" aria-hidden="true">{title}</p>
          {options.map(option => <a role="option" class="kith-found__option" href={option.href} aria-selected="false"><strong>{option.title}</strong> <span>{option.about}</span></a>)}
        </div>
      ))}
      <a role="option" class="kith-found__option kith-found__all" href={searchLink(words)} aria-selected="false">See all results</a>
    </>
  )
}
