/** Pages on which a person is added or amended. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  ConflictChoice,
  DateField,
  day,
  type Fact,
  Form,
  nameOf,
  Notice,
  Page,
  PageHead,
  parseDay,
  Rows,
  TextField,
} from '../../../ui/index.ts'
import { bornWords } from '../born-words.ts'
import { newPersonLink, peopleLink, personLink, personPartLink } from '../links.ts'
import type { findLastAmendment, Person } from '../queries.ts'
import type { Known } from '../same-people.ts'
import { KnownElsewhere } from './known-elsewhere.tsx'
import { MoreFields, NameFields } from './person-fields.tsx'
import { AboutPerson } from './person-line.tsx'

type NewProps = { found: Known; values?: Record<string, string>; invalid?: Invalid | undefined; now: Date }

/** Adds a person to the agency's own list; those who may be the same person are shown first. */
export function NewPersonPage({ found, values, invalid, now }: NewProps) {
  const { matches } = found
  const looked = matches.length > 0 || found.known.length > 0
  return (
    <Page title="Add a person" here={peopleLink}>
      <PageHead title="Add a person to our list" back={{ href: peopleLink, label: 'People' }} />
      <Notice>Only your agency sees people on its own list. To add somebody to a case, open the case and choose People.</Notice>
      <KnownElsewhere known={found.known} />
      {matches.length > 0 ? (
        <Card title="Is it one of these?" flush>
          <Rows
            label="People who may be the same"
            rows={matches.map(one => ({ title: nameOf(one), href: personLink(one.id), about: <AboutPerson person={one} now={now} /> }))}
          />
        </Card>
      ) : null}
      <Card title={matches.length > 0 ? 'No, somebody new' : undefined}>
        <Form action={newPersonLink} draft="new-person" refused={invalid} values={values}>
          {looked ? <input type="hidden" name="sure" value="yes" /> : null}
          <NameFields />
          <MoreFields />
          <ButtonRow>
            <Button>Add this person</Button>
            <a href={peopleLink}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

/** Amends a person's name and dates. */
export function DetailsPage({ person, invalid }: { person: Person; invalid?: Invalid | undefined }) {
  const { givenName, familyName, gender } = person
  return (
    <Page title={`Change ${nameOf(person)}`} here={peopleLink}>
      <PageHead title="Change details" kind={nameOf(person)} back={{ href: personLink(person.id), label: nameOf(person) }} />
      <Card>
        <Form
          action={personPartLink(person.id, 'details')}
          refused={invalid}
          values={{ givenName, familyName, gender, born: bornWords(person), died: person.diedOn }}
        >
          <input type="hidden" name="version" value={String(person.version)} />
          <NameFields />
          <TextField name="gender" label="Gender" width={20} autocomplete="off" optional hint="In their own words" />
          <DateField name="died" label="Died on" optional />
          <ButtonRow>
            <Button>Save changes</Button>
            <a href={personLink(person.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

type ConflictProps = { person: Person; last: Awaited<ReturnType<typeof findLastAmendment>>; yours: Record<string, string>; now: Date }

/** A colleague was faster: both versions, and a choice. */
export function PersonConflictPage({ person, last, yours, now }: ConflictProps) {
  return (
    <Page title={nameOf(person)} here={peopleLink}>
      <PageHead title={nameOf(person)} kind="Changed by two people" back={{ href: personLink(person.id), label: nameOf(person) }} />
      <ConflictChoice
        action={personPartLink(person.id, 'details')}
        what="this person’s details"
        cancelHref={personLink(person.id)}
        now={now}
        fields={{ ...yours, version: String(person.version) }}
        theirs={{
          by: last?.by ?? 'A colleague',
          agency: last?.agency ?? undefined,
          at: last?.at,
          facts: factsOf({ ...person, born: bornWords(person), died: person.diedOn ?? '' }, now),
        }}
        yours={{ by: 'You', facts: factsOf(yours, now) }}
      />
    </Page>
  )
}

type Details = Partial<Record<'givenName' | 'familyName' | 'born' | 'gender' | 'died', string>>

/** Every field that the form changes: where two differ only in one that is left out, they look alike. */
function factsOf({ givenName, familyName, born, gender, died = '' }: Details, now: Date): Fact[] {
  const diedOn = parseDay(died, now)
  return [
    { name: 'Given name', value: givenName },
    { name: 'Family name', value: familyName },
    { name: 'Date of birth', value: born },
    { name: 'Gender', value: gender },
    { name: 'Died on', value: diedOn ? day(diedOn) : died },
  ]
}
