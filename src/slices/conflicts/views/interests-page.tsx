/** My interests: what ties me to people, why it is asked, and who sees it. */
import type { Child } from '#jsx/element'
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  Card,
  Columns,
  DateField,
  day,
  EmptyState,
  Form,
  Page,
  PageHead,
  PostButton,
  Prose,
  Radios,
  Rows,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { endInterestLink, interestsLink } from '../links.ts'
import type { Interest } from '../queries.ts'
import { interestKinds, interestWords } from '../words.ts'

export function InterestsPage({ interests, invalid }: { interests: Interest[]; invalid?: Invalid | undefined }) {
  return (
    <Page title="My interests">
      <PageHead title="My interests" back={{ href: '/account', label: 'My account' }} />
      <Columns aside={<Why />}>
        <Stack>
          <Card title="What you have told us" flush>
            <Rows
              label="What you have told us"
              rule={['interests']}
              rows={interests.map(interestRow)}
              empty={<EmptyState title="Nothing yet">Your home, your number, your family: what you add below is listed here.</EmptyState>}
            />
          </Card>
          <Card title="Add something">
            <Form action={interestsLink} refused={invalid}>
              <Radios name="kind" label="What is it?" choices={interestKinds.map(one => ({ ...one, reveal: fieldsOf[one.value] }))} />
              <TextArea name="note" label="Anything else" rows={2} limit={500} optional />
              <Button>Add it</Button>
            </Form>
          </Card>
        </Stack>
      </Columns>
    </Page>
  )
}

const fieldsOf: Record<string, Child> = {
  home: (
    <>
      <TextField name="line1" label="First line of your address" autocomplete="off" />
      <TextField name="postcode" label="Postcode" width={10} autocomplete="off" />
    </>
  ),
  phone: <TextField name="phone" label="Your number" type="tel" width={20} autocomplete="off" />,
  relative: (
    <>
      <TextField name="name" label="Their name" autocomplete="off" />
      <DateField name="bornOn" label="When they were born" optional />
    </>
  ),
  ward: (
    <TextField
      name="ward"
      label="Name of the ward"
      hint="With its council where the name is a common one: Castle, Wexshire."
      autocomplete="off"
    />
  ),
}

function Why() {
  return (
    <Card title="Why we ask">
      <Prose>
        <p>Nobody should work on a case about their family, their neighbours or themselves. It protects you as much as them.</p>
        <p>Kith compares what you write here with people in cases. Where they match, the case is closed to you.</p>
        <p>
          <strong>You, and your agency’s information-governance lead, can see this. Nobody else.</strong>
        </p>
      </Prose>
    </Card>
  )
}

/** A ward that no list names is compared with nothing: whoever stands for it should know. */
function wardKnown({ kind, postcodes }: Interest): string {
  if (kind !== 'ward') return ''
  if (postcodes > 0) return ` · ${postcodes === 1 ? 'One postcode lies' : `${postcodes} postcodes lie`} in it`
  return ' · Kith knows no postcode in it: tell your administrator, and declare each conflict yourself until then'
}

const interestRow = (interest: Interest) => ({
  id: `interest-${interest.id}`,
  title: interestWords(interest),
  about: `Told us on ${day(interest.declaredAt)}${wardKnown(interest)}`,
  end: (
    <PostButton action={endInterestLink(interest.id)} kind="secondary" small label={`No longer so: ${interestWords(interest)}`}>
      No longer so
    </PostButton>
  ),
})
