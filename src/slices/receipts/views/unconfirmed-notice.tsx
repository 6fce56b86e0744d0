/** On a case that was shared with the worker: the one press that says it was read and understood. */
import { ButtonRow, Notice, PostButton, When } from '../../../ui/index.ts'
import { receiptLink } from '../links.ts'
import type { Receipt } from '../queries.ts'
import { confirmWords, who } from '../words.ts'

/** Nothing when nothing waits. */
export function UnconfirmedNotice({ receipt, now }: { receipt: Receipt | undefined; now: Date }) {
  if (!receipt) return null
  return (
    <Notice
      kind="attention"
      title={`${who(receipt.sentByName, receipt.sentByAgency)}, shared this with ${receipt.toKind === 'worker' ? 'you' : receipt.toName}`}
    >
      <p>
        {receipt.reason} ·&nbsp;
        <When at={receipt.sentAt} now={now} short />
      </p>
      <ButtonRow>
        <PostButton action={receiptLink(receipt.id, 'understanding')} fields={{ from: 'case' }} small icon="check">
          {confirmWords(receipt)}
        </PostButton>
        <a href={receiptLink(receipt.id)}>Ask something back</a>
      </ButtonRow>
    </Notice>
  )
}
