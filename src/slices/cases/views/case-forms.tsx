/** Forms that open, change, move, close and reopen a case. */
import type { Invalid } from '../../../platform/errors.ts'
import { currentProgrammes, type HardStop, programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  Card,
  DateField,
  Details,
  Form,
  Grid,
  Page,
  PageHead,
  Prose,
  Radios,
  Select,
  Stack,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { caseLink, casesLink, newCaseLink } from '../links.ts'
import type { listLeadChoices } from '../lead-choices.ts'
import type { CaseHead } from '../queries.ts'
import { CasePage } from './case-page.tsx'
import { StageCard } from './stage-card.tsx'

type LeadChoices = Awaited<ReturnType<typeof listLeadChoices>>
type NewCaseProps = {
  choices: LeadChoices
  me: string
  parent?: CaseHead | undefined
  values?: Record<string, string>
  invalid?: Invalid | undefined
}

/** The page that opens a case, or a sub-case when there is a parent. */
export function NewCasePage({ choices, me, parent, values, invalid }: NewCaseProps) {
  const title = parent ? 'Open a sub-case' : 'Open a case'
  return (
    <Page title={title} here={casesLink}>
      <PageHead
        title={title}
        kind={parent?.title}
        back={parent ? { href: caseLink(parent.id, 'sub-cases'), label: parent.title } : { href: casesLink, label: 'Cases' }}
      />
      <Card>
        <Form
          action={newCaseLink()}
          draft={`new-case:${parent?.id ?? ''}`}
          refused={invalid}
          values={{ programme: parent?.programme, lead: me, team: parent?.ownerTeamId ?? undefined, ...values }}
        >
          <input type="hidden" name="parent" value={parent?.id ?? ''} />
          <Radios
            name="programme"
            label="What kind of case is it?"
            choices={currentProgrammes().map(one => ({ value: one.key, label: one.name, hint: one.purpose }))}
          />
          <TextField
            name="title"
            label="Title"
            hint="What a colleague would recognise on a list. Leave out anything that would harm if overseen."
          />
          <TextArea name="summary" label="What is the worry?" optional rows={4} limit={4000} />
          <LeadFields choices={choices} />
          <Details summary="Dates">
            <DateField name="starts" label="Starts" optional />
            <DateField
              name="ends"
              label="Ends"
              optional
              hint="The counter counts the days between. Programmes with a fixed length fill this in."
            />
          </Details>
          <ButtonRow>
            <Button>{title}</Button>
            <a href={parent ? caseLink(parent.id, 'sub-cases') : casesLink}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

function LeadFields({ choices }: { choices: LeadChoices }) {
  return (
    <>
      <Select
        name="lead"
        label="Who leads it?"
        choices={choices.workers.map(one => ({ value: one.id, label: one.jobTitle ? `${one.name}, ${one.jobTitle}` : one.name }))}
      />
      {choices.teams.length > 0 ? (
        <Select
          name="team"
          label="Keep it within one team?"
          hint="Then only that team sees it, not the whole agency."
          optional
          empty="No: my agency works it"
          choices={choices.teams.map(one => ({ value: one.id, label: one.name }))}
        />
      ) : null}
    </>
  )
}

/** What was refused, by the form of the page that it belongs to. */
export type Refusals = Partial<Record<'details' | 'stage' | 'reopening', Invalid>>
type EditProps = { head: CaseHead; choices: LeadChoices; stops: HardStop[]; refused?: Refusals }

/** The page that changes what a case says of itself. Beside each stage stands what stops the case from going there. */
export function EditCasePage({ head, choices, stops, refused = {} }: EditProps) {
  const programme = programmeOf(head)
  return (
    <CasePage head={head}>
      <Grid>
        <Card title="Change details">
          <Form
            action={`${caseLink(head.id)}/edit`}
            refused={refused.details}
            values={{
              title: head.title,
              summary: head.summary,
              lead: head.leadWorkerId,
              marking: head.marking,
              starts: head.startsOn,
              ends: head.endsOn,
            }}
          >
            <input type="hidden" name="version" value={head.version} />
            <TextField name="title" label="Title" />
            <TextArea name="summary" label="What is the worry?" optional rows={4} limit={4000} />
            <Select name="lead" label="Who leads it?" choices={withLead(choices, head)} />
            <Radios
              name="marking"
              label="Marking"
              inline
              choices={[
                { value: 'OFFICIAL', label: 'OFFICIAL' },
                { value: 'OFFICIAL-SENSITIVE', label: 'OFFICIAL-SENSITIVE' },
              ]}
            />
            <DateField name="starts" label="Starts" optional />
            <DateField name="ends" label="Ends" optional />
            <ButtonRow>
              <Button>Save changes</Button>
              <a href={caseLink(head.id)}>Cancel</a>
            </ButtonRow>
          </Form>
        </Card>
        <Stack>
          <StageCard head={head} stops={stops} refused={refused.stage} />
          <Card title={head.closedAt ? 'Open again' : 'Close'} narrow>
            {head.closedAt ? (
              <ReopenForm head={head} invalid={refused.reopening} />
            ) : (
              <p>
                <a href={`${caseLink(head.id)}/closure`}>Close this {programme.caseWord}</a>
              </p>
            )}
          </Card>
        </Stack>
      </Grid>
    </CasePage>
  )
}

/** Whoever leads it stays a choice for those who cannot choose them anew: colleagues of another agency, or when they have left. */
function withLead({ workers }: LeadChoices, { leadWorkerId, leadWorkerName }: CaseHead) {
  const choices = workers.map(one => ({ value: one.id, label: one.name }))
  return workers.some(one => one.id === leadWorkerId) ? choices : [{ value: leadWorkerId, label: leadWorkerName }, ...choices]
}

/** The page that closes a case. */
export function ClosurePage({ head, invalid }: { head: CaseHead; invalid?: Invalid | undefined }) {
  const { closureReasons, caseWord } = programmeOf(head)
  return (
    <CasePage head={head} here="outcomes">
      <Card title={`Close this ${caseWord}`}>
        <Prose>
          <p>Everybody it is shared with sees that it is closed, why, and what came of it. It can be opened again.</p>
        </Prose>
        <Form action={`${caseLink(head.id)}/closure`} draft={`closure:${head.id}`} refused={invalid}>
          <Select
            name="reason"
            label="Why is it being closed?"
            empty="Choose a reason"
            choices={closureReasons.map(reason => ({ value: reason, label: reason }))}
          />
          <TextArea name="result" label="What came of it?" rows={5} limit={4000} />
          <TextArea
            name="personView"
            label="In the person’s own words"
            optional
            hint="What they say helped, what did not, how it is for them now."
            rows={4}
            limit={4000}
          />
          <ButtonRow>
            <Button>{`Close the ${caseWord}`}</Button>
            <a href={caseLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

/** A small form that opens a closed case again. */
function ReopenForm({ head, invalid }: { head: CaseHead; invalid?: Invalid | undefined }) {
  return (
    <Form id="reopening" action={`${caseLink(head.id)}/reopening`} refused={invalid}>
      <TextArea name="reopenReason" label="Why is it being opened again?" rows={2} limit={1000} />
      <Button kind="secondary">Open it again</Button>
    </Form>
  )
}
