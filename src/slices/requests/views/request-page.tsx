/** One request: what is asked and why, its answer, and, for the agency that is asked, the forms to hand it on and to answer. */
import {
  AskRule,
  Button,
  Card,
  type Choice,
  day,
  dayAndTime,
  DueTag,
  Form,
  Grid,
  Page,
  PageHead,
  Radios,
  type Refused,
  Select,
  Stack,
  SummaryList,
  TextArea,
  When,
} from '../../../ui/index.ts'
import { requestLink, requestsLink } from '../links.ts'
import type { InformationRequest } from '../queries.ts'
import { answerName, nilReturn } from './words.ts'

type Answering = {
  shares: { id: string; title: string; reference: string }[]
  colleagues: { id: string; name: string; jobTitle: string }[]
}
type Props = {
  request: InformationRequest
  answering?: Answering | undefined
  refused: { handing?: Refused; answer?: Refused }
  now: Date
}

/** The page `/requests/:id`. */
export function RequestPage({ request, answering, refused, now }: Props) {
  const title = `${request.fromName} asks ${request.toName}`
  return (
    <Page title={title} here={requestsLink}>
      <PageHead
        title={title}
        back={{ href: requestsLink, label: 'Requests' }}
        tags={request.answeredAt ? undefined : <DueTag due={request.dueOn} now={now} />}
      />
      <Grid>
        <Asked request={request} />
        {request.answeredAt ? <Answered request={request} /> : null}
        {answering ? (
          <Stack>
            <AnswerForm request={request} answering={answering} refused={refused.answer} />
            <HandingForm request={request} answering={answering} refused={refused.handing} />
          </Stack>
        ) : null}
      </Grid>
    </Page>
  )
}

function Asked({ request }: { request: InformationRequest }) {
  return (
    <Card title="What is asked">
      <SummaryList
        facts={[
          { name: 'About', value: request.about },
          { name: 'Question', value: request.question },
          { name: 'What for', value: request.purpose },
          { name: 'Lawful through', value: `${request.agreementName} (${request.gateway})` },
          {
            name: 'Asked by',
            value: (
              <>
                {`${request.askerName}, ${request.fromName}, `}
                <When at={request.askedAt} />
              </>
            ),
          },
          { name: 'Answer due', value: day(request.dueOn) },
          { name: 'With', value: request.holderName ? `${request.holderName}, ${request.toName}` : request.toName },
        ]}
      />
      <AskRule one rule={['information_requests']} />
    </Card>
  )
}

function Answered({ request }: { request: InformationRequest }) {
  return (
    <Card title="The answer">
      <SummaryList
        facts={[
          ...(request.answer === 'nil'
            ? [{ name: 'Answer', value: nilReturn }]
            : [
                { name: 'Answer', value: answerName(request) },
                { name: 'In words', value: request.answerWords },
              ]),
          { name: 'By', value: `${request.answererName}, ${request.toName}, ${request.answeredAt ? dayAndTime(request.answeredAt) : ''}` },
        ]}
      />
      {request.sharedCaseId ? (
        <p>
          <a href={`/cases/${request.sharedCaseId}`}>Open what was shared</a>
        </p>
      ) : null}
    </Card>
  )
}

function AnswerForm({ request, answering, refused }: { request: InformationRequest; answering: Answering; refused?: Refused | undefined }) {
  return (
    <Card title="Your answer" actions={<a href={`/search?${new URLSearchParams({ q: request.about })}`}>Search for it</a>}>
      <Form id="answer" action={requestLink(request.id, 'answer')} refused={refused} draft={`answer:${request.id}`}>
        <Radios
          name="answer"
          label="What do you answer?"
          choices={[
            shareChoice(request, answering),
            { value: 'nil', label: nilReturn, hint: 'They read these words, whether you hold nothing or may tell nothing.' },
            { value: 'refused', label: 'We refuse, and say why' },
          ]}
        />
        <TextArea
          name="words"
          label="Words to go with it"
          hint="Why you refuse, or where to look in what you shared. Not sent with a nil return."
          rows={3}
          limit={1000}
        />
        <Button>Send the answer</Button>
      </Form>
    </Card>
  )
}

/** A case is shared on its own page, where it can be looked at first. */
function shareChoice({ fromName }: InformationRequest, { shares }: Answering): Choice {
  const choice = { value: 'share', label: 'We have shared a case with them' }
  if (shares.length === 0)
    return { ...choice, disabled: true, hint: `You have shared nothing with ${fromName} yet. Open the case, share it, and come back here.` }
  const choices = shares.map(({ id, title, reference }) => ({ value: id, label: `${title} (${reference})` }))
  return { ...choice, reveal: <Select name="share" label="Which share?" empty="Choose a share" choices={choices} /> }
}

function HandingForm({
  request,
  answering,
  refused,
}: {
  request: InformationRequest
  answering: Answering
  refused?: Refused | undefined
}) {
  return (
    <Card title="Hand it on">
      <Form id="handing" action={requestLink(request.id, 'handing')} refused={refused} values={{ to: request.handedTo ?? '' }}>
        <Select
          name="to"
          label="Who should answer it?"
          empty="Choose a colleague"
          choices={answering.colleagues.map(({ id, name, jobTitle }) => ({ value: id, label: `${name}, ${jobTitle}` }))}
        />
        <Button kind="secondary">Hand it on</Button>
      </Form>
    </Card>
  )
}
