/** The page `/search`: what was found, in groups, and why. */
import {
  Card,
  EmptyState,
  isoDay,
  LinkButton,
  nameOf,
  Page,
  PageHead,
  type Row,
  Rows,
  Stack,
  StillAsked,
  Tag,
  unbroken,
} from '../../../ui/index.ts'
import { programmeOf, stageName } from '../../../programmes/index.ts'
import { emergencyFor } from '../../break-glass/index.ts'
import { caseLink } from '../../cases/index.ts'
import { documentLink } from '../../documents/index.ts'
import { ageLine, type Match, personLink } from '../../people/index.ts'
import { placeLink } from '../../places/index.ts'
import { searchLink } from '../links.ts'
import { type CaseFound, countFound, type DocumentFound, type Found, type PlaceFound, type PointerFound } from '../queries.ts'

type SearchProps = { words: string; found: Found | undefined; now: Date }

/** What was found by some words, or how to search when there are none. */
export function SearchPage({ words, found, now }: SearchProps) {
  return (
    <Page title={words ? `Search: ${words.slice(0, 80)}` : 'Search'} here="/search">
      <PageHead title={words ? `Search: ${words.slice(0, 80)}` : 'Search'} />
      <form class="kith-search-again" action={searchLink()} method="get" role="search">
        <StillAsked action={searchLink()} />
        <label class="govuk-label" for="search-again">
          Search people, cases, places and documents
        </label>
        <div class="kith-search-again__row">
          <input
            class="govuk-input"
            id="search-again"
            name="q"
            type="search"
            value={words}
            maxlength={400}
            autocomplete="off"
            spellcheck={false}
            autofocus={!words}
          />
          <button class="kith-button kith-button--primary" type="submit">
            Search
          </button>
        </div>
      </form>
      {!found ? <Start /> : countFound(found) === 0 ? <Nothing words={words} /> : <Groups found={found} now={now} />}
    </Page>
  )
}

function Groups({ found, now }: { found: Found; now: Date }) {
  return (
    <Stack>
      <Group title="People" rows={found.people.map(one => personRow(one, now))} />
      <Group title="Cases" rows={[...found.cases.map(caseRow), ...found.pointers.map(pointerRow)]} />
      <Group title="Places" rows={found.places.map(placeRow)} />
      <Group title="Documents" rows={found.documents.map(documentRow)} />
    </Stack>
  )
}

function Group({ title, rows }: { title: string; rows: Row[] }) {
  if (rows.length === 0) return null
  return (
    <Card title={title} count={rows.length} flush>
      <Rows label={title} rows={rows} />
    </Card>
  )
}

function personRow(one: Match, now: Date): Row {
  const roles = one.roles
    .slice(0, 3)
    .map(role => `${role.role} in ${role.reference}`)
    .join(', ')
  return {
    title: nameOf(one),
    href: personLink(one.id),
    about: (
      <>
        {unbroken([ageLine(one, isoDay(now)), roles || 'On your agency’s own list'].join(' · '))}
        {one.reasons.length > 0 ? <div class="kith-why">{unbroken(one.reasons.join(' · '))}</div> : null}
      </>
    ),
  }
}

function caseRow(one: CaseFound): Row {
  return {
    title: one.title,
    href: caseLink(one.id),
    about: `${one.reference} · ${programmeOf(one).name} · ${one.agency}`,
    end: one.closedAt ? <Tag kind="quiet">Closed</Tag> : <Tag kind="pine">{stageName(one, one.stage)}</Tag>,
  }
}

function pointerRow(one: PointerFound): Row {
  return {
    title: `${one.reference}: ${one.agency} holds something`,
    who: `${caseLink(one.caseId)}/why`,
    about: one.contact ? `Ask them: ${one.contact}` : 'Ask them.',
    end: <Tag kind="quiet">Knows it exists</Tag>,
  }
}

function placeRow(one: PlaceFound): Row {
  const address = [one.name, one.line1, one.town, one.postcode].filter(Boolean)
  return {
    title: address[0] ?? '',
    href: placeLink(one.id),
    about: [
      address.slice(1).join(', '),
      one.cases.length > 0
        ? `in ${one.cases
            .slice(0, 3)
            .map(row => row.reference)
            .join(', ')}`
        : 'on your agency’s own list',
    ]
      .filter(Boolean)
      .join(' · '),
  }
}

function documentRow(one: DocumentFound): Row {
  return { title: one.title, href: documentLink(one.id), about: `${one.kind} · ${one.caseTitle} (${one.reference})` }
}

function Start() {
  return (
    <EmptyState icon="search" title="Search everything you may see">
      A name however you spell it, a nickname, a date of birth such as 12/3/90, a postcode or street, a case reference such as 7KQM-4RTX.
      Each search is logged.
    </EmptyState>
  )
}

/** The same offer for a case that is hidden and for one that does not exist. */
const looksLikeReference = (words: string): boolean => /^[0-9a-z]{4}-[0-9a-z]{4}$/i.test(words)

function Nothing({ words }: { words: string }) {
  return (
    <EmptyState
      icon="search"
      title={`Nothing found for “${words.slice(0, 80)}”`}
      action={
        looksLikeReference(words) ? (
          <LinkButton href={emergencyFor(words.toUpperCase())}>Open it in an emergency</LinkButton>
        ) : (
          <LinkButton href="/people">See everybody in my cases</LinkButton>
        )
      }
    >
      Try fewer words, another spelling, or only a date of birth or a postcode. What is not shared with you is not found.
    </EmptyState>
  )
}
