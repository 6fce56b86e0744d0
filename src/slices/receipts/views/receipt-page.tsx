/** One receipt: its four steps, each with who and when, and what is next for whoever looks at it. */
import type { Child } from '#jsx/element'
import { Card, Icon, LinkButton, Page, PageHead, type Refused, Rows, Stack, When } from '../../../ui/index.ts'
import type { Receipt } from '../queries.ts'
import { receiptsLink } from '../links.ts'
import { isOverdue, shareName, stepOf, unopenedWords, who } from '../words.ts'
import { ActionForm, AnswerForm, type DoneTask, UnderstandingForm } from './forms.tsx'
import { State } from './receipts-page.tsx'

type Refusals = { understanding?: Refused; answer?: Refused; action?: Refused }
type Props = { receipt: Receipt; tasks: DoneTask[]; refused: Refusals; now: Date }

/** The page `/receipts/:id`. */
export function ReceiptPage({ receipt, tasks, refused, now }: Props) {
  const open = receipt.reference !== null
  return (
    <Page title={`Receipt: ${shareName(receipt)}`} here={receiptsLink} live="/live">
      <PageHead
        title={receipt.title ?? 'A case'}
        kind={`Shared with ${who(receipt.toName, receipt.toAgency)}`}
        reference={receipt.reference ?? undefined}
        back={{ href: receiptsLink, label: 'Receipts' }}
        tags={<State receipt={receipt} now={now} />}
        actions={open ? <LinkButton href={`/cases/${receipt.caseId}`}>Open the case</LinkButton> : undefined}
      />
      <Stack>
        <Card title="How far it got" flush>
          <Rows
            label="How far it got"
            rule={['receipts']}
            rows={[sent(receipt), opened(receipt, now), understood(receipt), acted(receipt)]}
          />
        </Card>
        <Next receipt={receipt} tasks={tasks} refused={refused} />
      </Stack>
    </Page>
  )
}

function Next({ receipt, tasks, refused }: Omit<Props, 'now'>) {
  if (receipt.given)
    return stepOf(receipt, 'understood')?.words && !stepOf(receipt, 'answered') ? (
      <AnswerForm receipt={receipt} refused={refused.answer} />
    ) : null
  if (!receipt.iOpened) return <OpenFirst receipt={receipt} />
  return (
    <>
      {stepOf(receipt, 'understood') ? null : <UnderstandingForm receipt={receipt} refused={refused.understanding} />}
      {stepOf(receipt, 'acted') ? null : <ActionForm receipt={receipt} tasks={tasks} refused={refused.action} />}
    </>
  )
}

function OpenFirst({ receipt }: { receipt: Receipt }) {
  return (
    <Card title="Look at it first" narrow>
      <p>Then you can say here that you have understood it, and what you did.</p>
      <LinkButton href={`/cases/${receipt.caseId}`} kind="primary">
        Open the case
      </LinkButton>
    </Card>
  )
}

const row = (title: string, about: Child, done: boolean) => ({
  title: (
    <>
      <Icon name={done ? 'check' : 'clock'} size={15} /> {title}
    </>
  ),
  about,
})

const by = (name: string | null, agencyName: string | null, at: Date) => (
  <>
    {who(name, agencyName)}, <When at={at} />
  </>
)

function sent({ sentByName, sentByAgency, sentAt, reason, openBy }: Receipt) {
  return row(
    'Sent',
    <>
      <div>{by(sentByName, sentByAgency, sentAt)}</div>
      <div>Why: {reason}</div>
      {openBy ? (
        <div>
          Urgent: to be opened by <When at={openBy} />
        </div>
      ) : null}
    </>,
    true,
  )
}

function opened(receipt: Receipt, now: Date) {
  const { openedAt, openedByName, openedByAgency, ended, given } = receipt
  if (openedAt) return row('Opened', by(openedByName, openedByAgency, openedAt), true)
  if (ended) return row('Not opened', 'The share ended before anybody looked.', false)
  const told = isOverdue(receipt, now) ? ` Their whole team is told.${given ? ' Ring them.' : ''}` : ''
  return row('Not opened yet', `${unopenedWords(receipt)}.${told}`, false)
}

const unsaid = ({ given }: Receipt): string => (given ? 'They have not said so yet.' : 'You have not said so yet.')

function understood(receipt: Receipt) {
  const [step, answered] = [stepOf(receipt, 'understood'), stepOf(receipt, 'answered')]
  if (!step) return row('Not understood yet', unsaid(receipt), false)
  return row(
    'Understood',
    <>
      <div>{by(step.by, step.agencyName, step.at)}</div>
      {step.words ? <div>They ask: {step.words}</div> : null}
      {answered ? (
        <div>
          {who(answered.by, answered.agencyName)}, answered on <When at={answered.at} />: {answered.words}
        </div>
      ) : null}
    </>,
    true,
  )
}

function acted(receipt: Receipt) {
  const step = stepOf(receipt, 'acted')
  if (!step) return row('Not acted upon yet', unsaid(receipt), false)
  return row(
    'Acted upon',
    <>
      <div>{by(step.by, step.agencyName, step.at)}</div>
      {step.words ? <div>{step.words}</div> : null}
      {step.taskTitle ? (
        <div>
          Task done: <a href={`/cases/${receipt.caseId}/tasks/${step.taskId}`}>{step.taskTitle}</a>
        </div>
      ) : null}
    </>,
    true,
  )
}
