/** The few best finds, below the search box, as somebody types: people first, then cases, places and documents. */
import { isoDay, nameOf, type Suggestion, Suggestions } from '../../../ui/index.ts'
import { caseLink } from '../../cases/index.ts'
import { documentLink } from '../../documents/index.ts'
import { ageLine, personLink } from '../../people/index.ts'
import { placeLink } from '../../places/index.ts'
import { searchLink } from '../links.ts'
import type { Found } from '../queries.ts'

/** A fragment for the box; it always ends with the way to the whole search. */
export function SearchSuggestions({ words, found, now }: { words: string; found: Found; now: Date }) {
  return <Suggestions allHref={searchLink(words)} found={[...people(found, now), ...cases(found), ...places(found), ...documents(found)]} />
}

const people = (found: Found, now: Date): Suggestion[] =>
  found.people.map(one => ({
    kind: 'Person',
    href: personLink(one.id),
    title: nameOf(one),
    about: ageLine(one, isoDay(now)),
    why: one.reasons[0],
  }))

const cases = (found: Found): Suggestion[] =>
  found.cases.map(one => ({ kind: 'Case', href: caseLink(one.id), title: one.title, about: one.reference }))

const places = (found: Found): Suggestion[] =>
  found.places.map(one => ({
    kind: 'Place',
    href: placeLink(one.id),
    title: one.name || one.line1,
    about: [one.name && one.line1, one.postcode].filter(Boolean).join(', '),
  }))

const documents = (found: Found): Suggestion[] =>
  found.documents.map(one => ({ kind: 'Document', href: documentLink(one.id), title: one.title, about: one.reference }))
