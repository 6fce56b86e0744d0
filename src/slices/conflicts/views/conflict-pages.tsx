/** Conflicts of interest for the information-governance lead: the list, the review of one, and one declared for a worker. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  AskRule,
  Button,
  ButtonRow,
  Card,
  dayAndTime,
  EmptyState,
  Form,
  Grid,
  LinkButton,
  Notice,
  Page,
  PageHead,
  Prose,
  Radios,
  type Row,
  Rows,
  Select,
  Stack,
  SummaryList,
  Tag,
  TextArea,
  TextField,
  When,
} from '../../../ui/index.ts'
import { conflictLink, conflictsLink } from '../links.ts'
import type { ListedConflict } from '../queries.ts'
import { aboutWords, howWords } from '../words.ts'

const open = (one: ListedConflict): boolean => !one.confirmedAt && !one.liftedAt

/** The page `/conflicts`. */
export function ConflictsPage({ conflicts }: { conflicts: ListedConflict[] }) {
  const done = conflicts.filter(one => !open(one))
  return (
    <Page title="Conflicts of interest" here="/looks">
      <PageHead
        title="Conflicts of interest"
        back={{ href: '/looks', label: 'The record' }}
        actions={
          <LinkButton href={`${conflictsLink}/new`} icon="plus">
            Declare one
          </LinkButton>
        }
      />
      <Stack>
        <Prose>
          <p>Each closes cases to a worker of your agency, until you lift it. Workers are not told.</p>
        </Prose>
        <Card title="To look at" flush>
          <Rows
            label="To look at"
            rule={['conflicts']}
            rows={conflicts.filter(open).map(conflictRow)}
            empty={
              <EmptyState icon="check" title="Nothing waits for you">
                When Kith finds a conflict, or somebody declares one, it is listed here until you confirm or lift it.
              </EmptyState>
            }
          />
        </Card>
        {done.length > 0 ? (
          <Card title="Looked at" flush>
            <Rows label="Looked at" rule={['conflicts']} rows={done.map(conflictRow)} />
          </Card>
        ) : null}
      </Stack>
    </Page>
  )
}

const conflictRow = (one: ListedConflict): Row => ({
  id: `conflict-${one.id}`,
  title: `${one.workerName} and ${aboutWords(one)}`,
  href: conflictLink(one.id),
  about: howWords(one),
  end: (
    <>
      <StateTag conflict={one} />
      <When at={one.foundAt} time={false} />
    </>
  ),
})

function StateTag({ conflict }: { conflict: ListedConflict }) {
  if (conflict.liftedAt) return <Tag kind="quiet">Lifted</Tag>
  if (conflict.placeHasLeft) return <Tag kind="warm">Place has left</Tag>
  return conflict.confirmedAt ? <Tag kind="green">Confirmed</Tag> : null
}

type PageProps = { conflict: ListedConflict; invalid?: Invalid | undefined }

/** One conflict, to confirm or lift. */
export function ConflictPage({ conflict, invalid }: PageProps) {
  const title = `${conflict.workerName} and ${aboutWords(conflict)}`
  return (
    <Page title={title} here="/looks">
      <PageHead title={title} back={{ href: conflictsLink, label: 'Conflicts of interest' }} tags={<StateTag conflict={conflict} />} />
      <Stack>
        {conflict.placeHasLeft ? <PlaceHasLeft /> : null}
        <Grid>
          <Card title="What is known">
            <SummaryList
              facts={[
                { name: 'How', value: howWords(conflict) },
                { name: 'Since', value: dayAndTime(conflict.foundAt) },
                ...(conflict.reviewedByName ? [{ name: 'Reviewed by', value: `${conflict.reviewedByName}: ${conflict.reviewWords}` }] : []),
              ]}
            />
            <AskRule one rule={['conflicts']} />
          </Card>
          <Card title={open(conflict) ? 'Your review' : 'Review it again'}>
            <Form action={conflictLink(conflict.id)} refused={invalid}>
              <Radios
                name="stands"
                label="Does this conflict stand?"
                choices={[
                  { value: 'yes', label: 'It stands', hint: 'The case stays closed to them.' },
                  { value: 'no', label: 'It does not stand', hint: 'The case opens to them again, if nothing else closes it.' },
                ]}
              />
              <TextArea name="words" label="Why?" rows={2} limit={1000} />
              <Button>Save the review</Button>
            </Form>
          </Card>
        </Grid>
      </Stack>
    </Page>
  )
}

/** Why it stays, and how it is lifted. */
function PlaceHasLeft() {
  return (
    <Notice kind="attention" title="The case stays closed to them until you lift this">
      It was found by the ward of a place. No place of the case lies in a ward of theirs any more: it was taken off, its postcode was put
      right, or they no longer stand there. It does not open by itself, or whoever takes a place off would open it. If you know of nothing
      else that ties your colleague to the case, choose “It does not stand” and say that the place has left.
    </Notice>
  )
}

type FormProps = { colleagues: { id: string; name: string; jobTitle: string }[]; invalid?: Invalid | undefined }

/** Declares a conflict for a worker of the agency. */
export function ConflictForm({ colleagues, invalid }: FormProps) {
  const title = 'Declare a conflict for a worker'
  return (
    <Page title={title} here="/looks">
      <PageHead title={title} back={{ href: conflictsLink, label: 'Conflicts of interest' }} />
      <Card narrow>
        <Form action={`${conflictsLink}/new`} refused={invalid}>
          <Select
            name="worker"
            label="Which worker?"
            empty="Choose a worker"
            choices={colleagues.map(one => ({ value: one.id, label: one.jobTitle ? `${one.name}, ${one.jobTitle}` : one.name }))}
          />
          <TextField
            name="reference"
            label="Reference of the case"
            width={10}
            autocomplete="off"
            hint="A case that you can see yourself, such as 7KQM-4RTX."
          />
          <TextArea
            name="basis"
            label="What ties them to it?"
            hint="The case closes to them at once. They are not told."
            rows={2}
            limit={500}
          />
          <ButtonRow>
            <Button>Declare it</Button>
            <a href={conflictsLink}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}
