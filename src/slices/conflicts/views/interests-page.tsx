/** My interests: what ties me to people, why it is asked, and who sees it. */
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
    <Page title={invalid ? 'Error: My interests' : 'My interests'}>
      <PageHead title="My interests" back={{ href: '/account', label: 'My account' }} />
      <Columns aside={<Why />}>
        <Stack>
          <Card title="What you have told us" flush>
            <Rows label="What you have told us" rows={interests.map(interestRow)} empty={<EmptyState title="Nothing yet" />} />
          </Card>
          <Card title="Add something">
            <Form action={interestsLink} refused={invalid}>
              <Radios name="kind" label="What is it?" choices={interestKinds} />
              <TextField name="line1" label="First line of your address" autocomplete="off" optional />
              <TextField name="postcode" label="Postcode" width={10} autocomplete="off" optional />
              <TextField name="phone" label="Your number" type="tel" width={20} autocomplete="off" optional />
              <TextField name="name" label="Name of the relative, or of the ward" autocomplete="off" optional />
              <DateField name="bornOn" label="When the relative was born" optional />
              <TextArea name="note" label="Anything else" rows={2} limit={500} optional />
              <Button>Add it</Button>
            </Form>
          </Card>
        </Stack>
      </Columns>
    </Page>
  )
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
