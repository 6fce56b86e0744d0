/** On a case, before all else: urgent messages about it that nobody they are to has opened. */
import { useContext } from '#jsx/contexts'
import { ButtonRow, LinkButton, Notice, Surroundings } from '../../../ui/index.ts'
import { messagesLink } from '../links.ts'
import type { WaitingMessage } from '../queries.ts'
import { AnswerBy } from './answer-by.tsx'

/** Nothing when nothing is urgent. What a message says is read among the messages, where it then counts as opened. */
export function UrgentNotice({ messages, now }: { messages: WaitingMessage[]; now: Date }) {
  const { actor } = useContext(Surroundings)
  return (
    <>
      {messages.map(message => (
        <Notice
          kind="attention"
          title={`Urgent message for ${message.toId === actor?.workerId ? 'you' : message.toName} from ${message.authorName}, ${message.agencyName}`}
        >
          <ButtonRow>
            <LinkButton href={messagesLink(message.caseId, { message: message.id })} kind="primary" icon="message" small>
              Read the message
            </LinkButton>
            <AnswerBy message={message} now={now} />
          </ButtonRow>
        </Notice>
      ))}
    </>
  )
}
