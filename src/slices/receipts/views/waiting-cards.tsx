/** On Today: what is urgent and unopened, what was shared with the worker, and what they shared that nobody has opened. */
import { Card, LinkButton, PostButton, type Row, Rows, Tag, When } from '../../../ui/index.ts'
import { receiptLink, receiptsLink } from '../links.ts'
import type { Receipt } from '../queries.ts'
import type { UrgentAlert } from '../today-queries.ts'
import { asksBack, isOverdue, shareName, unopenedWords, who } from '../words.ts'

/** Nothing when nothing is urgent. */
export function UrgentAlerts({ alerts }: { alerts: UrgentAlert[] }) {
  if (alerts.length === 0) return null
  return (
    <Card title="Urgent, and nobody has opened it" flush attention>
      <Rows label="Urgent, and nobody has opened it" rule={['urgent_alerts']} rows={alerts.map(alertRow)} />
    </Card>
  )
}

/** A colleague to whom it is not open is told for whom it is and who sent it, and nothing else. */
function alertRow(alert: UrgentAlert): Row {
  const from = who(alert.sentByName, alert.sentByAgency)
  const due = (
    <>
      To be opened by <When at={alert.openBy} />.
    </>
  )
  const row = { id: `urgent-${alert.id}`, attention: true }
  if (!alert.caseId)
    return {
      ...row,
      title: `Something for ${alert.toName}`,
      about: (
        <>
          {due} Reach {alert.toName}, or ring {from}.
        </>
      ),
    }
  const href = `/cases/${alert.caseId}${alert.messageId ? `/messages#message-${alert.messageId}` : ''}`
  return {
    ...row,
    title: shareName(alert),
    href,
    about: (
      <>
        {due} {alert.messageId ? 'A message from' : 'From'} {from}, to {alert.toName}
      </>
    ),
    end: (
      <LinkButton href={href} kind="primary" small>
        Open
      </LinkButton>
    ),
  }
}

/** Nothing when nothing waits. */
export function SharedWithYou({ receipts, now }: { receipts: Receipt[]; now: Date }) {
  if (receipts.length === 0) return null
  return (
    <Card title="Shared with you" actions={<a href={receiptsLink}>All</a>} flush>
      <Rows
        label="Shared with you"
        rows={receipts.map(receipt => ({
          id: `shared-${receipt.id}`,
          title: receipt.title ?? receipt.reference ?? 'A case',
          href: `/cases/${receipt.caseId}`,
          about: (
            <>
              {who(receipt.sentByName, receipt.sentByAgency)}
              {receipt.toKind === 'worker' ? '' : `, to ${receipt.toName}`} ·&nbsp;
              <When at={receipt.sentAt} now={now} short />
            </>
          ),
          end: <Next receipt={receipt} now={now} />,
        }))}
      />
    </Card>
  )
}

function Next({ receipt, now }: { receipt: Receipt; now: Date }) {
  const { openBy, openedAt, iOpened } = receipt
  if (iOpened)
    return (
      <PostButton action={receiptLink(receipt.id, 'understanding')} fields={{ from: 'today' }} kind="secondary" small icon="check">
        Understood
      </PostButton>
    )
  return (
    <>
      {openBy && !openedAt ? (
        <Tag kind={openBy <= now ? 'red' : 'warm'}>
          Open <When at={openBy} now={now} short />
        </Tag>
      ) : null}
      <LinkButton href={`/cases/${receipt.caseId}`} small>
        Open
      </LinkButton>
    </>
  )
}

/** Nothing when everything was opened and nobody asks. */
export function NotOpened({ receipts, now }: { receipts: Receipt[]; now: Date }) {
  if (receipts.length === 0) return null
  return (
    <Card title="You shared" actions={<a href={receiptsLink}>All</a>} flush>
      <Rows
        label="You shared"
        rule={['receipts']}
        rows={receipts.map(receipt => ({
          id: `sent-${receipt.id}`,
          title: receipt.title ?? receipt.reference ?? 'A case',
          href: receiptLink(receipt.id),
          about: (
            <>
              {asksBack(receipt) ? `${receipt.toName} asks you something` : unopenedWords(receipt)} ·&nbsp;
              <When at={receipt.sentAt} now={now} short />
            </>
          ),
          end: asksBack(receipt) ? (
            <Tag kind="warm">Question</Tag>
          ) : isOverdue(receipt, now) ? (
            <Tag kind="red">Whole team told</Tag>
          ) : undefined,
        }))}
      />
    </Card>
  )
}
