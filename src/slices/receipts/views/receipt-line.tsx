/** One line about how far a share got, for whoever stands at one of its ends; nothing for others. */
import { When } from '../../../ui/index.ts'
import { receiptLink } from '../links.ts'
import type { Receipt } from '../queries.ts'
import { asksBack, isOverdue, stepOf, who } from '../words.ts'

type Props = { receipt: Receipt | undefined; now: Date }

/** @example <ReceiptLine receipt={receipts.get(share.id)} now={now} /> */
export function ReceiptLine({ receipt, now }: Props) {
  if (!receipt) return null
  return (
    <div>
      <HowFar receipt={receipt} now={now} /> <a href={receiptLink(receipt.id)}>{receipt.given ? 'Receipt' : 'Your receipt'}</a>
    </div>
  )
}

function HowFar({ receipt, now }: { receipt: Receipt; now: Date }) {
  const [acted, understood] = [stepOf(receipt, 'acted'), stepOf(receipt, 'understood')]
  if (acted)
    return (
      <>
        Acted upon by {who(acted.by, acted.agencyName)}, <When at={acted.at} now={now} short />.
      </>
    )
  if (understood)
    return (
      <>
        Understood by {who(understood.by, understood.agencyName)}, <When at={understood.at} now={now} short />.
        {asksBack(receipt) ? ' They ask something.' : ''}
      </>
    )
  // Whoever has it knows what they opened themselves, and finds the same words in a preview.
  return receipt.given ? <Opened receipt={receipt} now={now} /> : <>Not yet confirmed.</>
}

/** Who opened it first, or that nobody has. */
export function Opened({ receipt, now }: { receipt: Receipt; now: Date }) {
  const { openedAt, openedByName, openedByAgency, openBy, ended } = receipt
  if (openedAt)
    return (
      <>
        Opened by {who(openedByName, openedByAgency)}, <When at={openedAt} now={now} short /> ·&nbsp;not yet confirmed.
      </>
    )
  if (ended) return <>Nobody opened it.</>
  if (isOverdue(receipt, now)) return <strong>Urgent, and nobody has opened it. Their whole team is told.</strong>
  return openBy ? (
    <>
      Urgent: to be opened by <When at={openBy} />. Nobody has opened it yet.
    </>
  ) : (
    <>Nobody has opened it yet.</>
  )
}
