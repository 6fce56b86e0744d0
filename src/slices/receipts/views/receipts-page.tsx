/** What was shared with the worker and by them, with how far each share got. */
import { Card, EmptyState, Page, PageHead, Rows, Stack, Tag, When } from '../../../ui/index.ts'
import { receiptLink, receiptsLink } from '../links.ts'
import type { Receipt } from '../queries.ts'
import { asksBack, isOverdue, shareName, stepOf, who } from '../words.ts'

type Props = { received: Receipt[]; given: Receipt[]; now: Date }

/** The page `/receipts`. */
export function ReceiptsPage({ received, given, now }: Props) {
  return (
    <Page title="Receipts" here={receiptsLink} live="/live">
      <PageHead
        title="Receipts"
        kind="What was shared, and whether it was opened, understood and acted upon"
        back={{ href: '/', label: 'Today' }}
      />
      <Stack>
        <List
          title="Shared with you, your teams and your agency"
          receipts={received}
          now={now}
          about={receipt => `${who(receipt.sentByName, receipt.sentByAgency)}, to ${receipt.toName}`}
        >
          When somebody shares a case with you, your team or your agency, it is listed here.
        </List>
        <List title="Shared by you" receipts={given} now={now} about={receipt => `To ${who(receipt.toName, receipt.toAgency)}`}>
          When you share a case, you find here how far it got.
        </List>
      </Stack>
    </Page>
  )
}

type ListProps = { title: string; receipts: Receipt[]; now: Date; about: (receipt: Receipt) => string; children?: string }

function List({ title, receipts, now, about, children }: ListProps) {
  return (
    <Card title={title} flush>
      <Rows
        label={title}
        rule={['receipts']}
        rows={receipts.map(receipt => ({
          id: `receipt-${receipt.id}`,
          title: shareName(receipt),
          href: receiptLink(receipt.id),
          about: (
            <>
              {about(receipt)} ·&nbsp;
              <When at={receipt.sentAt} now={now} short />
            </>
          ),
          end: <State receipt={receipt} now={now} />,
        }))}
        empty={
          <EmptyState icon="share" title="Nothing yet">
            {children}
          </EmptyState>
        }
      />
    </Card>
  )
}

/** How far a share got, in a word or two. */
export function State({ receipt, now }: { receipt: Receipt; now: Date }) {
  if (stepOf(receipt, 'acted')) return <Tag kind="green">Acted upon</Tag>
  if (asksBack(receipt)) return <Tag kind="warm">Question</Tag>
  if (stepOf(receipt, 'understood')) return <Tag kind="green">Understood</Tag>
  if (receipt.openedAt) return <Tag kind="blue">Opened</Tag>
  if (receipt.ended) return <Tag kind="quiet">Ended</Tag>
  if (isOverdue(receipt, now)) return <Tag kind="red">Urgent: whole team told</Tag>
  return receipt.openBy ? <Tag kind="warm">Urgent: not opened</Tag> : <Tag kind="plain">Not opened</Tag>
}
