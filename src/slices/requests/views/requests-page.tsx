/** Requests to and from one's agency, with how many were answered how. */
import { Card, DueTag, EmptyState, isoDay, LinkButton, Page, PageHead, Rows, Stack, Stats, Tag } from '../../../ui/index.ts'
import { requestLink, requestsLink } from '../links.ts'
import type { InformationRequest } from '../queries.ts'
import { answerName } from './words.ts'

type Props = { requests: InformationRequest[]; own: string; now: Date }

/** The page `/requests`. */
export function RequestsPage({ requests, own, now }: Props) {
  return (
    <Page title="Requests for information" here={requestsLink}>
      <PageHead
        title="Requests for information"
        actions={
          <LinkButton href={`${requestsLink}/new`} icon="plus">
            Ask another agency
          </LinkButton>
        }
      />
      {requests.length === 0 ? (
        <Card>
          <EmptyState icon="message" title="Nobody has asked anything">
            Ask another agency what you need to know. It has a day to answer by, and you see here how it stands. What you are asked to
            answer is listed here too.
          </EmptyState>
        </Card>
      ) : (
        <>
          <Counts requests={requests} now={now} />
          <Stack>
            <List
              title="To us"
              empty="When another agency asks yours, and you may see it, it is listed here."
              requests={requests.filter(one => one.toAgencyId === own)}
              now={now}
            />
            <List
              title="From us"
              empty="When your agency asks another, and you may see it, it is listed here."
              requests={requests.filter(one => one.fromAgencyId === own)}
              now={now}
            />
          </Stack>
        </>
      )}
    </Page>
  )
}

function Counts({ requests, now }: Omit<Props, 'own'>) {
  const count = (wanted: (one: InformationRequest) => boolean) => requests.filter(wanted).length
  return (
    <Stats
      stats={[
        { name: 'Waiting', value: count(one => !one.answeredAt) },
        { name: 'Late', value: count(one => !one.answeredAt && one.dueOn < isoDay(now)) },
        { name: 'Shared', value: count(one => one.answer === 'share') },
        { name: 'Nothing to share', value: count(one => one.answer === 'nil') },
        { name: 'Refused', value: count(one => one.answer === 'refused') },
      ].filter(({ value }) => value > 0)}
    />
  )
}

function List({ title, empty, requests, now }: { title: string; empty: string; requests: InformationRequest[]; now: Date }) {
  return (
    <Card title={title} flush>
      <Rows
        label={title}
        rule={['information_requests']}
        rows={requests.map(one => requestRow(one, now))}
        empty={<EmptyState title="No requests">{empty}</EmptyState>}
      />
    </Card>
  )
}

/** One request as a row of a list. */
export const requestRow = (one: InformationRequest, now: Date) => ({
  id: `request-${one.id}`,
  title: one.about,
  href: requestLink(one.id),
  about: `${one.fromName} asks ${one.toName}${one.holderName ? ` · with ${one.holderName}` : ''}`,
  end: one.answeredAt ? <Tag kind="quiet">{answerName(one)}</Tag> : <DueTag due={one.dueOn} now={now} />,
})
