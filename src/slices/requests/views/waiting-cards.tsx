/** On Today: requests that wait or are late, and who searched for somebody that one holds. */
import { Card, Rows, When } from '../../../ui/index.ts'
import { requestsLink } from '../links.ts'
import type { InformationRequest, listSearchNotices } from '../queries.ts'
import { requestRow } from './requests-page.tsx'

type Props = { requests: InformationRequest[]; searches: Awaited<ReturnType<typeof listSearchNotices>>; now: Date }

/** Nothing when nothing waits. */
export function WaitingRequests({ requests, searches, now }: Props) {
  return (
    <>
      {requests.length > 0 ? (
        <Card title="Requests for information" actions={<a href={requestsLink}>All</a>} flush>
          <Rows label="Requests for information" rule={['information_requests']} rows={requests.map(one => requestRow(one, now))} />
        </Card>
      ) : null}
      {searches.length > 0 ? (
        <Card title="They searched for somebody you hold" flush>
          <Rows
            label="They searched for somebody you hold"
            rule={['search_notices']}
            rows={searches.map(one => ({
              id: `search-${one.id}`,
              title: `${one.searcherName}, ${one.agencyName}`,
              about: `Somebody in ${one.reference}. They were told nothing: contact them if it helps.`,
              end: <When at={one.at} now={now} short />,
            }))}
          />
        </Card>
      ) : null}
    </>
  )
}
