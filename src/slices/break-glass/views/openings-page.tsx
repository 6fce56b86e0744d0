/** Cases that were opened in an emergency: the list, and the review of one. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  AskRule,
  Button,
  capital,
  Card,
  day,
  dayAndTime,
  EmptyState,
  Form,
  Grid,
  isoDay,
  Page,
  PageHead,
  Radios,
  type Row,
  Rows,
  Stack,
  SummaryList,
  Tag,
  TextArea,
  timeOf,
} from '../../../ui/index.ts'
import { openingLink, openingsLink } from '../links.ts'
import type { LookDuring, Opening } from '../queries.ts'
import { lookRows } from './look-rows.ts'

/** One line of an opening, for this list and for Today. */
export function openingRow(opening: Opening, now: Date): Row {
  return {
    id: `opening-${opening.id}`,
    title: `${opening.workerName} (${opening.agencyName}) opened ${caseWords(opening)}`,
    href: openingLink(opening.id),
    about: dayAndTime(opening.openedAt),
    end: <StateTag opening={opening} now={now} />,
  }
}

type ListProps = { openings: Opening[]; me: string; governs: boolean; now: Date }

/** The page `/emergency/openings`. */
export function OpeningsPage({ openings, me, governs, now }: ListProps) {
  const others = openings.filter(one => one.workerId !== me)
  const waiting = others.filter(one => !one.reviewedAt)
  const own = openings.filter(one => one.workerId === me)
  const list = (title: string, rows: Opening[], empty?: string) =>
    rows.length === 0 && !empty ? null : (
      <Card title={title} flush>
        <Rows label={title} rule={['emergency_openings']} rows={rows.map(one => openingRow(one, now))} empty={<Empty title={empty} />} />
      </Card>
    )
  return (
    <Page title="Opened in an emergency" here={governs ? '/looks' : undefined}>
      <PageHead
        title="Opened in an emergency"
        kind="Cases that somebody opened because somebody was in danger"
        back={governs ? { href: '/looks', label: 'The record' } : { href: '/', label: 'Today' }}
      />
      <Stack>
        {governs
          ? list('To review', waiting, 'Nothing waits for a review')
          : list('Not reviewed yet', waiting, 'Nothing waits for a review')}
        {list(
          'Reviewed',
          others.filter(one => one.reviewedAt),
        )}
        {list('Opened by you', own)}
      </Stack>
    </Page>
  )
}

function Empty({ title = '' }: { title?: string | undefined }) {
  return (
    <EmptyState icon="check" title={title}>
      When somebody opens a case because somebody is in danger, it is listed here until it is reviewed.
    </EmptyState>
  )
}

type PageProps = { opening: Opening; looks: LookDuring[]; mayReview: boolean; governs: boolean; now: Date; invalid?: Invalid | undefined }

/** One opening: why, what was looked at meanwhile, and whether it was right. */
export function OpeningPage({ opening, looks, mayReview, governs, now, invalid }: PageProps) {
  const title = `Emergency opening of ${caseWords(opening)}`
  const lookedAt = <LookedAt opening={opening} looks={looks} />
  const review = mayReview ? (
    <Review opening={opening} invalid={invalid} />
  ) : opening.reviewedAt ? (
    <Reviewed opening={opening} />
  ) : undefined
  return (
    <Page title={title} here={governs ? '/looks' : undefined}>
      <PageHead
        title={title}
        back={{ href: openingsLink, label: 'Opened in an emergency' }}
        tags={<StateTag opening={opening} now={now} />}
      />
      <Grid>
        <Stack>
          <Card title="What happened">
            <SummaryList facts={factsOf(opening)} />
            <AskRule one rule={['emergency_openings']} />
          </Card>
          {review ? lookedAt : null}
        </Stack>
        {review ?? lookedAt}
      </Grid>
    </Page>
  )
}

function LookedAt({ opening, looks }: Pick<PageProps, 'opening' | 'looks'>) {
  return (
    <Card title="Looked at meanwhile" flush>
      <Rows
        label="Looked at meanwhile"
        rule={['looks']}
        rows={lookRows(looks).map(({ title, end }) => ({ title, end: <span class="kith-when">{end}</span> }))}
        empty={
          opening.reviewedAt ? (
            <EmptyState icon="eye" title="No look that you can see">
              Once an opening is reviewed, its looks are shown to those who lead the case and to the information-governance leads of the
              agency that owns it.
            </EmptyState>
          ) : (
            <EmptyState icon="eye" title="Nothing was looked at yet" />
          )
        }
      />
    </Card>
  )
}

function Reviewed({ opening: { reviewedAt, reviewedByName, reviewWords } }: { opening: Opening }) {
  return (
    <Card title="Review">
      <SummaryList
        facts={[
          { name: 'Why', value: reviewWords },
          { name: 'By', value: `${reviewedByName}, ${reviewedAt ? dayAndTime(reviewedAt) : ''}` },
        ]}
      />
    </Card>
  )
}

function Review({ opening, invalid }: { opening: Opening; invalid: Invalid | undefined }) {
  return (
    <Card title="Your review">
      <Form action={openingLink(opening.id)} refused={invalid}>
        <Radios
          name="outcome"
          label="Was it right to open the case?"
          choices={[
            { value: 'justified', label: 'Yes, it was justified' },
            { value: 'not justified', label: 'No, it was not justified' },
          ]}
        />
        <TextArea
          name="words"
          label="Why?"
          hint={`${opening.workerName} can read this. It cannot be changed later.`}
          rows={3}
          limit={2000}
        />
        <Button>Record the review</Button>
      </Form>
    </Card>
  )
}

const caseWords = ({ reference }: Opening): string => reference ?? 'a case of another agency'

function factsOf(opening: Opening) {
  const { workerName, agencyName, reason, openedAt, endsAt } = opening
  return [
    { name: 'Who', value: `${workerName}, ${agencyName}` },
    { name: 'Why', value: reason },
    { name: 'When', value: `${dayAndTime(openedAt)} to ${timeOf(endsAt)}` },
  ]
}

function StateTag({ opening: { outcome, reviewBy }, now }: { opening: Opening; now: Date }) {
  if (outcome) return <Tag kind={outcome === 'justified' ? 'green' : 'red'}>{capital(outcome)}</Tag>
  return reviewBy < isoDay(now) ? <Tag kind="red">Review overdue</Tag> : <Tag kind="warm">{`Review by ${day(reviewBy)}`}</Tag>
}
