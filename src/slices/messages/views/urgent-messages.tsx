/** On Today, before all else: urgent messages that nobody they are to has opened. */
import { Card, LinkButton, type Row, Rows } from '../../../ui/index.ts'
import { messagesLink } from '../links.ts'
import type { WaitingMessage } from '../queries.ts'
import { messageRow } from './alerts-page.tsx'
import { AnswerBy } from './answer-by.tsx'

/** Nothing when nothing is urgent. */
export function UrgentMessages({ messages, now }: { messages: WaitingMessage[]; now: Date }) {
  if (messages.length === 0) return null
  return (
    <Card title="Urgent messages" count={messages.length} flush attention>
      <Rows label="Urgent messages" rows={messages.map(message => urgentRow(message, now))} />
    </Card>
  )
}

function urgentRow(message: WaitingMessage, now: Date): Row {
  return {
    ...messageRow(message, now),
    id: `urgent-message-${message.id}`,
    attention: true,
    end: (
      <>
        <AnswerBy message={message} now={now} />
        <LinkButton href={messagesLink(message.caseId, { message: message.id })} kind="primary" small>
          Open
        </LinkButton>
      </>
    ),
  }
}
