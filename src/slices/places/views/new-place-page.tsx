/** Adding a place to a case: first those that are known, then a new one. */
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  capital,
  Card,
  Details,
  EmptyState,
  Form,
  Notice,
  PostButton,
  Radios,
  type Refused,
  Rows,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields } from '../../cases/index.ts'
import { newPlaceLink, placeLink, placesLink } from '../links.ts'
import type { KnownPlace } from '../queries.ts'
import { isPostcode, placeAddress, placeName } from '../same.ts'

type NewPlaceProps = { head: CaseHead; words: string; known: KnownPlace[]; refused?: Refused | undefined }

/** The page `/cases/:id/places/new`. */
export function NewPlacePage({ head, words, known, refused }: NewPlaceProps) {
  return (
    <CasePage head={head} here="places">
      <Stack>
        <Card title="Add a place">
          <Form action={newPlaceLink(head.id)} method="get" values={{ q: words }} id="find">
            <TextField name="q" label="Postcode, street or name" hint="Kith looks first whether it is known already." type="search" />
            <ButtonRow>
              <Button kind={words || refused ? 'secondary' : 'primary'} icon="search">
                Look for it
              </Button>
              <a href={placesLink(head.id)}>Cancel</a>
            </ButtonRow>
          </Form>
        </Card>
        {words ? <KnownPlaces head={head} known={known} /> : null}
        {words || refused ? <NewPlace head={head} words={words} refused={refused} /> : null}
      </Stack>
    </CasePage>
  )
}

function KnownPlaces({ head, known }: { head: CaseHead; known: KnownPlace[] }) {
  const role = programmeOf(head).placeRoles[0] ?? 'Other'
  return (
    <Card title="Known places" count={known.length} flush>
      <Rows
        label="Known places"
        empty={
          <EmptyState icon="place" title="None that you can see">
            Add it as a new place below.
          </EmptyState>
        }
        rows={known.map(one => ({
          title: placeName(one),
          href: placeLink(one.id),
          about: placeAddress(one),
          end: (
            <PostButton action={placesLink(head.id)} fields={{ place: one.id, role }} kind="secondary" small>
              Add as {role}
              <span class="govuk-visually-hidden">: {placeName(one)}</span>
            </PostButton>
          ),
        }))}
      />
    </Card>
  )
}

function NewPlace({ head, words, refused }: { head: CaseHead; words: string; refused?: Refused | undefined }) {
  const roles = programmeOf(head).placeRoles
  return (
    <Card title="New place">
      <Form
        action={placesLink(head.id)}
        draft={`new-place:${head.id}`}
        refused={refused}
        values={{ role: roles[0], kind: 'premises', ...(isPostcode(words) ? { postcode: words } : { line1: words }) }}
      >
        <Select name="role" label="What is it in this case?" choices={roles.map(role => ({ value: role, label: role }))} />
        <TextField name="name" label="Name" optional hint="Such as the name of a business." />
        <TextField name="line1" label="First line of the address" autocomplete="off" />
        <TextField name="town" label="Town" width={20} />
        <TextField name="postcode" label="Postcode" width={10} />
        <PlaceMore />
        <TextArea name="basis" label="How is it known?" optional rows={2} limit={500} />
        <MarkFields head={head} sensitive={false} />
        <ButtonRow>
          <Button>Add place</Button>
          <a href={placesLink(head.id)}>Cancel</a>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** The rarer facts of an address, the same on every form that has one. */
export function PlaceMore() {
  return (
    <Details summary="More">
      <Radios
        name="kind"
        label="Kind of place"
        inline
        choices={['home', 'premises', 'public place', 'area'].map(kind => ({
          value: kind,
          label: capital(kind),
        }))}
      />
      <TextField name="uprn" label="Property number (UPRN)" optional width={20} inputmode="numeric" />
    </Details>
  )
}

/** The page `/cases/:id/places/:place/sub-case`. */
export function SubCaseForm({
  head,
  place,
  teams,
  action,
  refused,
}: {
  head: CaseHead
  place: { name: string; line1: string; town: string }
  teams: { id: string; name: string }[]
  action: string
  refused?: Refused | undefined
}) {
  const needsTeam = programmeOf(head).sharing.owner === 'team'
  return (
    <CasePage head={head} here="places">
      <Card title={`Open a sub-case for ${placeName(place)}`}>
        <Notice>The place goes with it. Shares of this case that reach its sub-cases reach this one too.</Notice>
        <Form
          action={action}
          refused={refused}
          values={{
            title: [placeName(place), place.town].filter(Boolean).join(', '),
            team: teams.find(team => team.id === head.ownerTeamId)?.id ?? (needsTeam ? teams[0]?.id : undefined),
          }}
        >
          <TextField name="title" label="Title" />
          {teams.length > 0 ? (
            <Select
              name="team"
              label="Which team works it?"
              empty={needsTeam ? undefined : 'My whole agency'}
              choices={teams.map(team => ({ value: team.id, label: team.name }))}
            />
          ) : null}
          <ButtonRow>
            <Button>Open sub-case</Button>
            <a href={placesLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}
