/** What is about to run out, beside the work of the day. */
import { Card, day, daysBetween, isoDay, plural, Rows, Tag, When } from '../../../ui/index.ts'
import { caseLink } from '../../cases/index.ts'
import type { EndingShare } from '../clocks.ts'
import type { Today } from '../queries.ts'

/** @example <Clocks today={today} now={now} /> */
export function Clocks({ today: { clocks, shares }, now }: { today: Today; now: Date }) {
  return (
    <>
      {clocks.ending.length > 0 ? (
        <Card title="Periods that end" flush>
          <Rows
            label="Periods that end"
            rows={clocks.ending.map(one => ({
              id: `ending-${one.id}`,
              title: one.title,
              href: caseLink(one.id),
              about: day(one.endsOn),
              end: <Left days={daysBetween(now, one.endsOn)} />,
            }))}
          />
        </Card>
      ) : null}
      {clocks.quiet.length > 0 ? (
        <Card title="Gone quiet" flush>
          <Rows
            label="Gone quiet"
            rows={clocks.quiet.map(one => ({
              id: `quiet-${one.id}`,
              title: one.title,
              href: caseLink(one.id),
              about: one.lastContact ? (
                <>
                  Last contact <When at={one.lastContact} time={false} />
                </>
              ) : (
                'No contact yet'
              ),
              end: <Tag kind="warm">{plural(one.quietFor, 'day')}</Tag>,
            }))}
          />
        </Card>
      ) : null}
      {shares.length > 0 ? (
        <Card title="Shares that end" flush>
          <Rows
            label="Shares that end"
            rows={shares.map(one => ({
              id: `share-${one.id}`,
              title: one.title,
              href: caseLink(one.caseId, one.given ? 'sharing' : 'timeline'),
              about: shareWords(one),
              end: <When at={isoDay(one.endsAt)} now={isoDay(now)} time={false} short />,
            }))}
          />
        </Card>
      ) : null}
    </>
  )
}

function Left({ days }: { days: number }) {
  if (days < 0) return <Tag kind="red">{plural(-days, 'day')} over</Tag>
  return <Tag kind="warm">{days === 0 ? 'last day' : `${plural(days, 'day')} left`}</Tag>
}

const shareWords = ({ given, toName }: EndingShare): string =>
  given ? `${toName} will no longer see it, unless you share it again` : `${toName} will no longer see it. Need it longer? Ask who leads it`
