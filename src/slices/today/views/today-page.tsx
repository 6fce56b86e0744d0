/** Today: a calm list that says what to do next. */
import {
  Card,
  Columns,
  Count,
  day,
  EmptyState,
  isoDay,
  LinkButton,
  Page,
  PageHead,
  plural,
  Rows,
  Stack,
  Tag,
  timeOf,
  unbroken,
  When,
} from '../../../ui/index.ts'
import { Notices, openingRow, openingsLink } from '../../break-glass/index.ts'
import { caseLink, newCaseLink } from '../../cases/index.ts'
import { alertsLink, messageRow, UrgentMessages } from '../../messages/index.ts'
import { type MyTask, tasksLink } from '../../plan/index.ts'
import { NotOpened, SharedWithYou, UrgentAlerts } from '../../receipts/index.ts'
import { WaitingRecalls } from '../../recalls/index.ts'
import { WaitingRequests } from '../../requests/index.ts'
import type { Today } from '../queries.ts'
import { changedCases } from './changed-rows.ts'
import { dueRow } from './due-row.tsx'
import { Clocks } from './clocks.tsx'

type TodayProps = { today: Today; name: string; now: Date }

/** The page `/`. */
export function TodayPage({ today, name, now }: TodayProps) {
  return (
    <Page title="Today" here="/" live={liveOf(today)}>
      <PageHead
        title={`${greeting(now)}, ${name.split(' ')[0]}`}
        kind={`${longDay(now)} · ${inShort(today, now)}`}
        actions={
          <LinkButton href={newCaseLink()} icon="plus">
            Open a case
          </LinkButton>
        }
      />
      {isEmpty(today) ? (
        <Beginning />
      ) : (
        <Columns aside={<Aside today={today} now={now} />}>
          <Stack>
            <UrgentAlerts alerts={today.receipts.urgent} />
            <UrgentMessages messages={today.urgent} now={now} />
            <Openings today={today} now={now} />
            <Notices notices={today.notices} now={now} />
            <Due today={today} now={now} />
            <LateWithOthers tasks={today.late} now={now} />
            <Changed today={today} now={now} />
          </Stack>
        </Columns>
      )}
    </Page>
  )
}

function Openings({ today: { openings }, now }: { today: Today; now: Date }) {
  if (openings.length === 0) return null
  return (
    <Card title="Opened in an emergency: review it" actions={<a href={openingsLink}>All</a>} flush attention>
      <Rows
        label="Opened in an emergency"
        rule={['emergency_openings']}
        rows={openings.slice(0, 5).map(opening => openingRow(opening, now))}
      />
    </Card>
  )
}

function Due({ today, now }: { today: Today; now: Date }) {
  // What is late comes first, whosever it is; of the same kind one's own before the agency's.
  const rank = ({ dueOn, assignedTo }: MyTask) => (dueOn < isoDay(now) ? 0 : 2) + (assignedTo === today.agencyId ? 1 : 0)
  const tasks = [...today.due].sort((one, other) => rank(one) - rank(other))
  return (
    <Card title="To do" count={tasks.length || undefined} actions={<a href={tasksLink}>All my tasks</a>} flush>
      <Rows
        label="To do"
        rows={tasks.map(task => dueRow(task, now, today.workerId))}
        empty={
          <EmptyState icon="check" title="Nothing is due">
            What you, your teams or your agency have to do by {day(new Date(now.getTime() + 3 * 86_400_000)).slice(0, -5)} would be listed
            here.
          </EmptyState>
        }
      />
    </Card>
  )
}

function LateWithOthers({ tasks, now }: { tasks: MyTask[]; now: Date }) {
  if (tasks.length === 0) return null
  return (
    <Card title="Late with others: ask how it stands" flush>
      <Rows label="Late with others" rows={tasks.map(task => dueRow(task, now, ''))} />
    </Card>
  )
}

function Changed({ today, now }: { today: Today; now: Date }) {
  const changed = changedCases(today.changes)
  return (
    <Card title="Changed since you last looked" count={changed.length || undefined} flush>
      <Rows
        label="Changed since you last looked"
        rows={changed.map(one => ({
          id: `changed-${one.caseId}`,
          title: one.title,
          href: caseLink(one.caseId),
          about: one.words.join(' · '),
          end: (
            <>
              {one.isNew ? <Tag kind="warm">New to you</Tag> : <Count value={one.count} label="new" />} <When at={one.at} now={now} short />
            </>
          ),
        }))}
        empty={
          <EmptyState icon="eye" title="You have seen everything">
            When a colleague of any agency adds to a case you work, it will be listed here.
          </EmptyState>
        }
      />
    </Card>
  )
}

function Aside({ today, now }: { today: Today; now: Date }) {
  return (
    <Stack>
      {today.waiting.length > 0 ? (
        <Card
          title="Messages"
          count={today.waiting.length >= 5 ? '5+' : today.waiting.length}
          actions={<a href={alertsLink}>All</a>}
          flush
          attention
        >
          <Rows label="Messages" rows={today.waiting.map(message => messageRow(message, now))} />
        </Card>
      ) : null}
      <SharedWithYou receipts={today.receipts.waiting} now={now} />
      <NotOpened receipts={today.receipts.unopened} now={now} />
      <WaitingRecalls recalls={today.recalls} now={now} />
      <WaitingRequests requests={today.requests} searches={today.searches} now={now} />
      <Clocks today={today} now={now} />
      {today.recent.length > 0 ? (
        <Card title="Go on with" flush>
          <Rows
            label="Go on with"
            rows={today.recent.map(one => ({
              id: `recent-${one.id}`,
              title: one.title,
              href: caseLink(one.id),
              about: (
                <>
                  {unbroken(one.reference)} ·&nbsp;
                  <When at={one.lookedAt} now={now} short />
                </>
              ),
            }))}
          />
        </Card>
      ) : null}
    </Stack>
  )
}

function Beginning() {
  return (
    <Card>
      <EmptyState
        icon="today"
        title="Nothing waits for you"
        action={
          <LinkButton href={newCaseLink()} kind="primary">
            Open a case
          </LinkButton>
        }
      >
        Open a case, or ask a colleague to share one with you. What is due, what changed and who wrote to you will then be listed here each
        day.
      </EmptyState>
    </Card>
  )
}

const isEmpty = ({ clocks, receipts, workerId, agencyId, ...lists }: Today): boolean =>
  [lists, clocks, receipts].flatMap(some => Object.values<unknown[]>(some)).every(list => list.length === 0)

/** The greeting by the part of the day in London. */
export function greeting(now: Date): string {
  const hour = Number(timeOf(now).slice(0, 2))
  if (hour >= 4 && hour < 12) return 'Good morning'
  return hour >= 12 && hour < 18 ? 'Good afternoon' : 'Good evening'
}

const longDay = (now: Date): string => inFull.format(now)
const inFull = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/London' })

function inShort({ due: tasks }: Today, now: Date): string {
  const today = isoDay(now)
  const late = tasks.filter(task => task.dueOn < today).length
  const dueToday = tasks.filter(task => task.dueOn === today).length
  const words = [late > 0 ? `${plural(late, 'thing')} late` : '', dueToday > 0 ? `${dueToday} due today` : ''].filter(Boolean)
  return words.length > 0 ? words.join(', ') : 'nothing is late'
}

/** Today hears of what is sent to the worker and of the cases it lists. */
function liveOf({ changes, recent }: Today): string {
  const ids = new Set([...changes.map(change => change.caseId), ...recent.map(one => one.id)])
  // A single case would be taken for that case's own page, which does not hear what is sent to the worker.
  return ids.size > 1
    ? `/live?${[...ids]
        .sort()
        .map(id => `case=${id}`)
        .join('&')}`
    : '/live'
}
