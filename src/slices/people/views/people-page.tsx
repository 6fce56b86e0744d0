/** The page `/people`: everybody in the worker's cases and on their agency's list. */
import { Card, EmptyState, FilterBar, LinkButton, nameOf, Page, PageHead, Rows } from '../../../ui/index.ts'
import { pairsLink } from '../../matching/index.ts'
import { newPersonLink, peopleLink, personLink } from '../links.ts'
import type { Listed, PeopleFilter } from '../queries.ts'
import { AboutPerson, RoleTag } from './person-line.tsx'

type PeopleProps = { people: (Listed & { reasons?: string[] })[]; filter: PeopleFilter; now: Date }

/** The list, those of the most recently active cases first. */
export function PeoplePage({ people, filter, now }: PeopleProps) {
  const whose = filter.whose ?? 'all'
  return (
    <Page title="People" here={peopleLink}>
      <PageHead
        title="People"
        actions={
          <LinkButton href={newPersonLink} icon="plus">
            Add a person
          </LinkButton>
        }
        subnav={{
          label: 'Which people',
          here: address(whose),
          items: [
            { label: 'All', href: address('all') },
            { label: 'In my cases', href: address('cases') },
            { label: 'On our own list', href: address('list') },
            { label: 'Same person?', href: pairsLink },
          ],
        }}
      />
      <FilterBar
        action={peopleLink}
        search={{ name: 'q', label: 'Name, date of birth, postcode', value: filter.words }}
        active={filter.words ? [{ label: filter.words, removeHref: peopleLink }] : []}
      />
      <Card flush>
        <Rows
          label="People"
          empty={<Empty words={filter.words} />}
          rows={people.map(person => ({
            title: nameOf(person),
            href: personLink(person.id),
            about: <AboutPerson person={person} now={now} roles={false} />,
            end: <RoleTag person={person} />,
          }))}
        />
      </Card>
      {people.length >= 50 ? <p class="kith-none">The 50 most recent are shown. Find others by name, date of birth or postcode.</p> : null}
    </Page>
  )
}

const address = (whose: string) => (whose === 'all' ? peopleLink : `${peopleLink}?whose=${whose}`)

function Empty({ words }: { words: string | undefined }) {
  if (words) {
    return (
      <EmptyState
        icon="people"
        title={`Nobody found for “${words}”`}
        action={<LinkButton href={`${newPersonLink}?name=${encodeURIComponent(words)}`}>Add a person</LinkButton>}
      >
        Try fewer words, another spelling, or only the date of birth. People in cases that are not shared with you are not found.
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="people" title="Nobody here yet" action={<LinkButton href={newPersonLink}>Add a person</LinkButton>}>
      People in your cases, and those on your agency’s own list, are listed here.
    </EmptyState>
  )
}
