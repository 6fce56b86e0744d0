/** On a case that was shared with the worker: the one press that says it was read and understood. */
import { Notice, PostButton, When } from '../../../ui/index.ts'
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
      actions={
        <PostButton action={receiptLink(receipt.id, 'understanding')} fields={{ from: 'case' }} small>
          {confirmWords(receipt)}
        </PostButton>
      }
    >
      <p>
        {receipt.reason} · <When at={receipt.sentAt} now={now} short /> · <a href={receiptLink(receipt.id)}>Ask something back</a>
      </p>
    </Notice>
  )
}
