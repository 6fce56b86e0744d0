/** The messages of a case: the box to write in, then what was said, newest first. */
import type { Actor } from '../../../platform/actor.ts'
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  Card,
  classes,
  Details,
  EmptyState,
  Form,
  Icon,
  Marks,
  Pagination,
  Select,
  Stack,
  stillAsked,
  Tag,
  TextArea,
  When,
  Worker,
} from '../../../ui/index.ts'
import { type Programme, programmeOf } from '../../../programmes/index.ts'
import { type CaseHead, CasePage, MarkFields, WhoCanRead } from '../../cases/index.ts'
import type { Reached } from '../../plan/index.ts'
import { messagesLink } from '../links.ts'
import { AnswerBy } from './answer-by.tsx'
import type { ReadMessage } from '../queries.ts'

type MessagesProps = {
  head: CaseHead
  messages: ReadMessage[]
  more: boolean
  to: string
  me: Actor
  now: Date
  reached: Reached[]
  kept: string | undefined
  invalid?: Invalid | undefined
}

/** The page `/cases/:id/messages`. */
export function MessagesPage({ head, messages, more, to, me, now, reached, kept, invalid }: MessagesProps) {
  const next = more ? `${messagesLink(head.id)}?before=${messages.at(-1)?.sentAt.toISOString()}` : undefined
  return (
    <CasePage head={head} here="messages">
      <Stack>
        <WriteBox {...{ head, to, me, reached, kept, invalid }} />
        <Card title="Messages" flush>
          {messages.length === 0 ? (
            <EmptyState icon="message" title="No messages yet">
              What colleagues of all agencies say to each other about this case will be listed here, and kept with it.
            </EmptyState>
          ) : null}
          <ol class="kith-messages">
            {messages.map(message => (
              <Message {...{ message, me, now }} sides={programmeOf(head).sides} />
            ))}
          </ol>
        </Card>
        <Pagination next={next} shown={messages.length} noun="messages" byTime />
      </Stack>
    </CasePage>
  )
}

type WriteProps = Pick<MessagesProps, 'head' | 'to' | 'me' | 'reached' | 'kept' | 'invalid'>

function WriteBox({ head, to, me, reached, kept, invalid }: WriteProps) {
  return (
    <section class="kith-card" aria-label="Write a message" id="write">
      <Form
        id="message"
        action={messagesLink(head.id)}
        draft={`message:${head.id}`}
        kept={kept}
        refused={invalid}
        values={{ to }}
        class="kith-card__body"
      >
        <Select name="to" label="To" empty={`Everyone on this case`} choices={readersOf(reached, me)} />
        <TextArea name="body" label="Message" quietLabel rows={3} limit={8000} placeholder="Write to your colleagues …" />
        <MarkFields head={head} />
        <Select
          name="answerWithin"
          label="How soon must they answer?"
          hint="If they have not opened it by then, their whole team is told."
          empty="No hurry"
          choices={hours}
        />
        <Button icon="message">Send</Button>
      </Form>
    </section>
  )
}

const hours = [
  { value: '1', label: 'Urgent: within 1 hour' },
  { value: '4', label: 'Urgent: within 4 hours' },
  { value: '24', label: 'Urgent: within a day' },
]

/** Those who may read the case, and so may be written to about it. */
function readersOf(reached: Reached[], me: Actor) {
  return reached
    .filter(one => one.id !== me.workerId && one.tier !== 'headline' && one.tier !== 'pointer')
    .map(one => ({ value: one.id, label: `Only ${nameOf(one)}` }))
}

function nameOf({ kind, name, agencyName }: Reached): string {
  if (kind === 'agency') return `${name} (everybody there)`
  return agencyName ? `${name}, ${agencyName}` : name
}

type MessageProps = { message: ReadMessage; me: Actor; now: Date; sides: Programme['sides'] }

function Message({ message, me, now, sides }: MessageProps) {
  const mine = message.authorId === me.workerId
  return (
    <li
      class={classes('kith-message', mine && 'kith-message--mine', !message.read && 'kith-message--new')}
      id={`message-${message.id}`}
      data-live-item={message.authorName}
    >
      <div class="kith-message__head">
        <Worker name={mine ? 'You' : message.authorName} agency={message.agencyName} small />
        {message.toId ? (
          <Tag kind="violet">
            <Icon name="lock" size={12} /> Only {toWhom(message, me)}
          </Tag>
        ) : null}
        <Marks mark={message} sides={sides} />
        <AnswerBy message={message} now={now} />
        {message.read ? null : <Tag kind="warm">New</Tag>}
        <When at={message.sentAt} now={now} />
      </div>
      <p class="kith-written">{message.body}</p>
      <div class="kith-message__foot">
        <div class="kith-provenance">
          <Readers message={message} mine={mine} now={now} />
          <WhoCanRead what="message" id={message.id} />
        </div>
        {mine ? null : (
          <a href={stillAsked(messagesLink(message.caseId, { to: message.toId ? message.authorId : '' }) + (message.toId ? '' : '#write'))}>
            Reply<span class="govuk-visually-hidden"> to {message.authorName}</span>
          </a>
        )}
      </div>
    </li>
  )
}

const toWhom = (message: ReadMessage, me: Actor): string =>
  message.toId === me.workerId
    ? 'you'
    : message.authorId === me.workerId
      ? (message.toName ?? '')
      : `${message.toName} and ${message.authorName}`

function Readers({ message: { readers, id, answerBy, opened, openedAt }, mine, now }: { message: ReadMessage; mine: boolean; now: Date }) {
  if (mine && answerBy && answerBy <= now && !opened)
    return <span>Nobody has opened this in time. Their whole team is told: ring them.</span>
  if (readers.length === 0) return mine ? <span>Nobody has read this yet</span> : null
  if (readers.length < 4)
    return (
      <span>
        Read by {readers.join(', ')}
        {answerBy && openedAt ? <FirstRead at={openedAt} now={now} /> : null}
      </span>
    )
  return (
    <Details id={`readers-${id}`} summary={`Read by ${readers.length >= 30 ? '30 or more' : readers.length}`}>
      {readers.join(', ')}
    </Details>
  )
}

/** On an urgent message it matters when somebody knew. */
function FirstRead({ at, now }: { at: Date; now: Date }) {
  return (
    <>
      , first <When at={at} now={now} />
    </>
  )
}
