/** What waits to be read, from every case: unread first. */
import { useContext } from '#jsx/contexts'
import { Card, EmptyState, Page, PageHead, PostButton, type Row, Rows, Stack, Surroundings, Tag, When } from '../../../ui/index.ts'
import { alertsLink, messagesLink } from '../links.ts'
import type { WaitingMessage } from '../queries.ts'
import { AnswerBy } from './answer-by.tsx'

/** The page `/alerts`. */
export function AlertsPage({ waiting, now }: { waiting: WaitingMessage[]; now: Date }) {
  const unread = waiting.filter(message => !message.read)
  const read = waiting.filter(message => message.read)
  return (
    <Page title="Messages" here={alertsLink} live="/live">
      <PageHead
        title="Messages for you"
        actions={
          unread.some(message => !message.answerBy) ? (
            <PostButton action={`${alertsLink}/reads`} kind="quiet" icon="check">
              Mark all as read
            </PostButton>
          ) : null
        }
      />
      <Stack>
        <Card title="Not read yet" count={unread.length || undefined} flush attention={unread.length > 0}>
          <Rows
            label="Not read yet"
            rows={unread.map(message => messageRow(message, now))}
            empty={
              <EmptyState icon="message" title="You have read everything">
                Messages to you, your teams and your agency will be listed here.
              </EmptyState>
            }
          />
        </Card>
        {read.length > 0 ? (
          <Card title="Read" flush>
            <Rows label="Read" rows={read.map(message => messageRow(message, now))} />
          </Card>
        ) : null}
      </Stack>
    </Page>
  )
}

function ToWhom({ message: { toId, toName } }: { message: WaitingMessage }) {
  const { actor } = useContext(Surroundings)
  return toId ? <Tag kind="violet">To {toId === actor?.workerId ? 'you' : toName}</Tag> : null
}

/** A message as a row: who wrote, and about which case. What it says is read there. */
export function messageRow(message: WaitingMessage, now: Date): Row {
  return {
    id: `message-${message.id}`,
    href: messagesLink(message.caseId, { message: message.id }),
    title: (
      <>
        {message.authorName}, {message.agencyName}
      </>
    ),
    about: `${message.caseTitle} · ${message.caseReference}`,
    end: (
      <>
        <AnswerBy message={message} now={now} /> <ToWhom message={message} /> <When at={message.sentAt} now={now} short />
      </>
    ),
  }
}
