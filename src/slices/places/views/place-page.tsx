/** One place: its address, the cases it is in and the people found there, as far as the reader may see them. */
import {
  Button,
  ButtonRow,
  capital,
  Card,
  ConflictChoice,
  EmptyState,
  type Fact,
  Form,
  LinkButton,
  Marks,
  Page,
  PageHead,
  type Refused,
  Rows,
  Stack,
  StageTag,
  SummaryList,
  TextField,
} from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { caseLink, whoFindsLink } from '../../cases/index.ts'
import { placeLink, placesLink } from '../links.ts'
import type { FoundPlace } from '../queries.ts'
import { placeAddress, placeName } from '../same.ts'
import { PlaceMore } from './new-place-page.tsx'

/** The page `/places/:id`, opened from a case or from a search. */
export function PlacePage({ place, mayAmend, from }: { place: FoundPlace; mayAmend: boolean; from?: string | undefined }) {
  return (
    <Page title={placeName(place)}>
      <PageHead
        back={wayBack(place, from)}
        title={placeName(place)}
        kind={placeAddress(place)}
        actions={
          mayAmend ? (
            <LinkButton href={`${placeLink(place.id)}/edit`} kind="quiet" icon="pencil">
              Change
            </LinkButton>
          ) : undefined
        }
      />
      <Stack>
        <Card title="Address">
          <SummaryList
            facts={[
              { name: 'Name', value: place.name },
              { name: 'Address', value: [place.line1, place.town].filter(Boolean).join(', ') },
              { name: 'Postcode', value: place.postcode },
              { name: 'Ward', value: place.ward ?? 'Not known' },
              { name: 'Kind', value: capital(place.kind) },
              { name: 'UPRN', value: place.uprn },
            ]}
          />
          <p>
            <a href={whoFindsLink('places', place.id)}>Who can find this place, and why?</a>
          </p>
        </Card>
        <Card title="Cases" count={place.cases.length} flush>
          <Rows
            label="Cases"
            rows={place.cases.map(caseRow)}
            empty={
              <EmptyState icon="cases" title="No cases that you can see">
                Cases that this place is in will be listed here.
              </EmptyState>
            }
          />
        </Card>
        <Card title="People found there" count={place.people.length} flush>
          <Rows
            label="People found there"
            rows={place.people.map(personRow)}
            empty={
              <EmptyState icon="people" title="Nobody that you can see">
                People in the cases about this place alone will be listed here.
              </EmptyState>
            }
          />
        </Card>
      </Stack>
    </Page>
  )
}

/** To the case that it was opened from, if the reader sees that case; places have no list of their own. */
function wayBack(place: FoundPlace, from?: string): { href: string; label: string } {
  const opened = place.cases.find(one => one.id === from)
  return opened ? { href: placesLink(opened.id), label: opened.title } : { href: '/search', label: 'Search' }
}

function caseRow(one: FoundPlace['cases'][number]) {
  const grade = one.grade ? `grade ${one.grade}${one.gradeReason ? `: ${one.gradeReason}` : ''}` : ''
  return {
    title: one.title,
    href: caseLink(one.id),
    about: [one.reference, one.role, grade].filter(Boolean).join(' · '),
    end: (
      <>
        <Marks mark={{ side: one.side }} sides={programmeOf(one).sides} />
        {one.closedAt ? <StageTag stage="Closed" closed /> : null}
      </>
    ),
  }
}

function personRow(one: FoundPlace['people'][number]) {
  return {
    title: `${one.givenName} ${one.familyName}`.trim(),
    href: `/people/${one.id}`,
    about: (
      <>
        {one.role}: {one.basis}
        <br />
        {one.caseTitle}
      </>
    ),
  }
}

/** The page `/places/:id/edit`. */
export function EditPlacePage({ place, refused }: { place: FoundPlace; refused?: Refused | undefined }) {
  return (
    <Page title={`Change ${placeName(place)}`}>
      <PageHead title="Change the address" back={{ href: placeLink(place.id), label: placeName(place) }} />
      <Card>
        <Form
          action={`${placeLink(place.id)}/edit`}
          refused={refused}
          values={{ name: place.name, line1: place.line1, town: place.town, postcode: place.postcode, kind: place.kind, uprn: place.uprn }}
        >
          <input type="hidden" name="version" value={place.version} />
          <TextField name="name" label="Name" optional />
          <TextField name="line1" label="First line of the address" />
          <TextField name="town" label="Town" width={20} />
          <TextField name="postcode" label="Postcode" width={10} />
          <PlaceMore />
          <ButtonRow>
            <Button>Save address</Button>
            <a href={placeLink(place.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

/** Two workers changed one address. */
export function PlaceConflictPage({ place, yours }: { place: FoundPlace; yours: Record<string, string> }) {
  return (
    <Page title="Which address is right?">
      <PageHead title="Which address is right?" back={{ href: placeLink(place.id), label: placeName(place) }} />
      <ConflictChoice
        action={`${placeLink(place.id)}/edit`}
        what="this address"
        theirs={{ by: 'A colleague', facts: factsOf(place) }}
        yours={{ by: 'You', facts: factsOf(yours) }}
        fields={{ ...yours, version: String(place.version) }}
        cancelHref={placeLink(place.id)}
      />
    </Page>
  )
}

type VersionProps = Partial<Record<'name' | 'line1' | 'town' | 'postcode' | 'kind' | 'uprn', string | undefined>>

/** Every field that the form changes: where two differ only in one that is left out, they look alike. */
const factsOf = ({ name, line1, town, postcode, kind, uprn }: VersionProps): Fact[] => [
  { name: 'Name', value: name },
  { name: 'First line of the address', value: line1 },
  { name: 'Town', value: town },
  { name: 'Postcode', value: postcode },
  { name: 'Kind', value: kind && capital(kind) },
  { name: 'UPRN', value: uprn },
]
