/** What was odd: the list to work through, and one of them with its review. */
import {
  AskRule,
  Button,
  Card,
  day,
  dayAndTime,
  EmptyState,
  Form,
  Grid,
  Page,
  PageHead,
  plural,
  Prose,
  Radios,
  type Refused,
  Rows,
  Stack,
  SummaryList,
  Tag,
  TextArea,
} from '../../../ui/index.ts'
import { type Flag, outcomes } from '../flags.ts'
import { flagLink, flagsLink, looksLink } from '../links.ts'

/** The page `/looks/flags`. */
export function FlagsPage({ flags }: { flags: Flag[] }) {
  const waiting = flags.filter(flag => !flag.outcome)
  const done = flags.filter(flag => flag.outcome)
  return (
    <Page title="Unusual looks" here={looksLink}>
      <PageHead title="Unusual looks" back={{ href: looksLink, label: 'The record' }} />
      <Stack>
        <Prose>
          <p>Each night Kith looks for what is unusual. Unusual is not wrong: ask before you judge, and write down what came of it.</p>
        </Prose>
        <Card title="To review" flush>
          <Rows
            label="To review"
            rule={['flags']}
            rows={waiting.map(rowOf)}
            empty={
              <EmptyState icon="check" title="Nothing to review">
                When something unusual is found, it is listed here.
              </EmptyState>
            }
          />
        </Card>
        {done.length > 0 ? (
          <Card title="Reviewed" flush>
            <Rows label="Reviewed" rule={['flags']} rows={done.map(rowOf)} />
          </Card>
        ) : null}
      </Stack>
    </Page>
  )
}

const rowOf = (flag: Flag) => ({
  id: `flag-${flag.id}`,
  title: `${flag.workerName}, ${flag.agencyName}: ${flag.name.toLowerCase()}`,
  href: flagLink(flag.id),
  about: `${day(flag.day)} · ${plural(flag.found, 'look')}`,
  end: flag.outcome ? <Tag kind="quiet">{outcomes[flag.outcome]}</Tag> : undefined,
})

/** The page `/looks/flags/:id`. */
export function FlagPage({ flag, refused }: { flag: Flag; refused?: Refused | undefined }) {
  const thatDay = new URLSearchParams({ who: flag.workerName, from: flag.day, until: flag.day })
  return (
    <Page title={`${flag.name}: ${flag.workerName}`} here={looksLink}>
      <PageHead title={`${flag.name}: ${flag.workerName}`} back={{ href: flagsLink, label: 'Unusual looks' }} />
      <Grid>
        <Card title="What was found">
          <SummaryList
            facts={[
              { name: 'Worker', value: `${flag.workerName}, ${flag.agencyName}` },
              { name: 'Day', value: day(flag.day) },
              { name: 'Found', value: `${plural(flag.found, 'look')}; ${flag.threshold} or more are flagged` },
              { name: 'Why', value: flag.reason },
            ]}
          />
          <AskRule one rule={['flags']} />
          <p>
            <a href={`${looksLink}?${thatDay}`}>What they did that day</a>
          </p>
        </Card>
        {flag.outcome ? <Review flag={flag} /> : <ReviewForm flag={flag} refused={refused} />}
      </Grid>
    </Page>
  )
}

function Review({ flag }: { flag: Flag }) {
  return (
    <Card title="Review">
      <SummaryList
        facts={[
          { name: 'What came of it', value: flag.outcome ? outcomes[flag.outcome] : '' },
          { name: 'Note', value: flag.note },
          { name: 'By', value: `${flag.reviewerName}, ${flag.reviewedAt ? dayAndTime(flag.reviewedAt) : ''}` },
        ]}
      />
    </Card>
  )
}

function ReviewForm({ flag, refused }: { flag: Flag; refused?: Refused | undefined }) {
  return (
    <Card title="Your review">
      <Form action={flagLink(flag.id)} refused={refused}>
        <Radios name="outcome" label="What came of it?" choices={Object.entries(outcomes).map(([value, label]) => ({ value, label }))} />
        <TextArea name="note" label="What you found" hint="Whom you asked, and what they said. It cannot be changed later." rows={3} />
        <Button>Save the review</Button>
      </Form>
    </Card>
  )
}
