/** Pages that bring a person into a case: look first, then choose or add; and the quick one for people found. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  capital,
  Card,
  Checkboxes,
  Confirm,
  Form,
  nameOf,
  Notice,
  Radios,
  Stack,
  StillAsked,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields } from '../../cases/index.ts'
import type { findRole } from '../case-queries.ts'
import { casePeopleLink, foundLink, newCasePersonLink, personLink, roleEndingLink } from '../links.ts'
import type { Match } from '../matches.ts'
import { type Known, shownIn } from '../same-people.ts'
import { KnownElsewhere } from './known-elsewhere.tsx'
import { MoreFields, NameFields } from './person-fields.tsx'
import { AboutPerson } from './person-line.tsx'

type AddProps = {
  head: CaseHead
  words: string
  found: Known
  /** The page has just asked to look first: sent again, the answer stands. */
  sure: boolean
  values: Record<string, string>
  invalid?: Invalid | undefined
  now: Date
}

/** Look for the person first; then choose one, or add somebody new, on the same page. */
export function AddPersonPage(props: AddProps) {
  const { head, words } = props
  return (
    <CasePage head={head} here="people">
      <Stack>
        <Card title="Add a person">
          <form action={newCasePersonLink(head.id)} method="get" role="search">
            <StillAsked action={newCasePersonLink(head.id)} />
            <TextField
              name="q"
              label="Who is it?"
              value={words}
              autocomplete="off"
              autofocus={!words}
              hint="Name, nickname, date of birth or postcode. Kith looks first, so that nobody is recorded twice."
            />
            <ButtonRow>
              <Button kind={words ? 'secondary' : 'primary'} icon="search">
                Look for them
              </Button>
              <a href={foundLink(head.id)}>Name not known</a>
            </ButtonRow>
          </form>
        </Card>
        <KnownElsewhere known={props.found.known} />
        {words || props.invalid ? <ChooseForm {...props} /> : null}
      </Stack>
    </CasePage>
  )
}

function ChooseForm({ head, words, found, sure, values, invalid, now }: AddProps) {
  const { matches } = found
  const isNew = {
    value: 'new',
    label: matches.length > 0 ? 'None of these: somebody new' : 'Somebody new',
    reveal: (
      <>
        <NameFields />
        <MoreFields />
      </>
    ),
  }
  return (
    <Card title={matches.length > 0 ? 'Is it one of these?' : 'Nobody like that among the people you may see'}>
      <Form
        action={casePeopleLink(head.id)}
        draft={`case-person:${head.id}`}
        refused={invalid}
        values={{ person: matches.length > 0 ? undefined : 'new', ...values }}
      >
        <input type="hidden" name="q" value={words} />
        <input type="hidden" name="shown" value={shownIn(found)} />
        {sure ? <input type="hidden" name="sure" value="yes" /> : null}
        <Radios
          name="person"
          label="Person"
          quietLabel
          choices={[
            ...matches.map(match => ({
              value: match.id,
              label: nameOf(match),
              hint: (
                <>
                  <AboutPerson person={match} now={now} />
                  {already(head, match)}
                </>
              ) as never,
            })),
            isNew,
          ]}
        />
        <LinkFields head={head} />
        <ButtonRow>
          <Button>Add to this case</Button>
          <a href={casePeopleLink(head.id)}>Cancel</a>
        </ButtonRow>
      </Form>
    </Card>
  )
}

const already = (head: CaseHead, match: Match) => {
  const roles = match.roles.filter(role => role.caseId === head.id).map(role => role.role)
  return roles.length > 0 ? (
    <div>
      <strong>Already in this case as {roles.join(', ')}</strong>
    </div>
  ) : null
}

function LinkFields({ head }: { head: CaseHead }) {
  return (
    <>
      <Checkboxes
        name="roles"
        label="Role in this case"
        hint="A role belongs to this case, not to the person. Choose all that fit."
        inline
        choices={programmeOf(head).personRoles.map(role => ({ value: role, label: role }))}
      />
      <TextArea
        name="basis"
        label="How do we know?"
        rows={2}
        limit={500}
        hint="Such as “named by the complainant on Monday” or “tenancy agreement”"
      />
      <MarkFields head={head} sensitive={false} byRole />
    </>
  )
}

type FoundProps = {
  head: CaseHead
  added?: { id: string; name: string } | undefined
  values: Record<string, string | string[]>
  invalid?: Invalid | undefined
}

/** A person found on the spot: as few taps as will do, and ready at once for the next. */
export function FoundPage({ head, added, values, invalid }: FoundProps) {
  const roles = programmeOf(head).personRoles
  return (
    <CasePage head={head} here="people">
      <Stack>
        {added ? (
          <Notice kind="done" actions={<a href={personLink(added.id)}>Open</a>}>
            {added.name} added. Add the next one, or <a href={casePeopleLink(head.id)}>see everybody</a>.
          </Notice>
        ) : null}
        <Card title="Person found">
          <Form
            action={foundLink(head.id)}
            draft={`found:${head.id}`}
            refused={invalid}
            values={{ who: 'person', roles: roles.slice(0, 1), ...values }}
          >
            <TextField name="name" label="Name" optional autocomplete="off" hint="As they say it. Leave empty when it is not known." />
            <Radios
              name="who"
              label="What you can see"
              inline
              choices={['man', 'woman', 'boy', 'girl', 'person'].map(value => ({
                value,
                label: capital(value),
              }))}
            />
            <TextField name="born" label="Age or date of birth" optional width={10} autocomplete="off" hint="“about 30” will do" />
            <TextField name="language" label="Language they speak" optional width={20} autocomplete="off" />
            <TextField name="basis" label="Where and how found" autocomplete="off" hint="Kept for the next person you add" />
            <MarkFields head={head} sensitive={false} byRole />
            <Checkboxes name="roles" label="Role" inline choices={roles.map(role => ({ value: role, label: role }))} />
            <ButtonRow>
              <Button>Add this person</Button>
              <a href={casePeopleLink(head.id)}>Done</a>
            </ButtonRow>
          </Form>
        </Card>
      </Stack>
    </CasePage>
  )
}

type EndingProps = { head: CaseHead; role: Awaited<ReturnType<typeof findRole>>; invalid?: Invalid | undefined }

/** Asks why a role ends. */
export function RoleEndingPage({ head, role, invalid }: EndingProps) {
  return (
    <CasePage head={head} here="people">
      <Card>
        <Confirm
          title={`End ${nameOf(role)}’s role as ${role.role}?`}
          action={roleEndingLink(head.id, role.id)}
          button="End this role"
          kind="danger"
          cancelHref={casePeopleLink(head.id)}
          refused={invalid}
        >
          <p>It stays on record that they had it. What was learnt about them in this case stays with the case.</p>
          <TextArea name="endReason" label="Why?" rows={2} limit={500} />
        </Confirm>
      </Card>
    </CasePage>
  )
}
