/** The form with which one agency asks another. */
import { config } from '../../../platform/config.ts'
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  Form,
  Page,
  PageHead,
  plural,
  Prose,
  Radios,
  type Refused,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { requestsLink } from '../links.ts'
import type { Askable } from '../queries.ts'
import { daysFor, urgencies } from '../urgencies.ts'

type Props = { askable: Askable[]; caseId: string; refused?: Refused | undefined }

/** The page `/requests/new`. */
export function NewRequestPage({ askable, caseId, refused }: Props) {
  return (
    <Page title="Ask another agency" here={requestsLink}>
      <PageHead title="Ask another agency" back={{ href: requestsLink, label: 'Requests' }} />
      {askable.length > 0 ? <Asking {...{ askable, caseId, refused }} /> : <Nobody />}
    </Page>
  )
}

function Nobody() {
  return (
    <Card>
      <EmptyState icon="group" title="There is nobody to ask yet">
        An agency is asked under an agreement that both have signed. Your agency has signed none that is in force: ask your
        information-governance lead.
      </EmptyState>
    </Card>
  )
}

function Asking({ askable, caseId, refused }: Props) {
  return (
    <>
      <Prose>
        <p>Ask only for what you need. The other agency reads what you write here.</p>
      </Prose>
      <Card>
        <Form action={requestsLink} refused={refused} draft={`request:${caseId}`}>
          <input type="hidden" name="case" value={caseId} />
          <Select
            name="to"
            label="Whom do you ask, on which agreement?"
            empty="Choose an agency"
            choices={askable.map(one => ({
              value: `${one.agencyId}:${one.agreementId}`,
              label: `${one.agencyName}: ${one.agreementName}`,
            }))}
          />
          <TextField
            name="about"
            label="Whom or what is it about?"
            hint="A name and date of birth, an address, or the reference of a case."
          />
          <TextArea name="question" label="What do you need to know?" rows={3} limit={2000} />
          <TextArea name="purpose" label="What do you need it for?" rows={2} limit={1000} />
          <Radios
            name="urgency"
            label="How urgent is it?"
            choices={urgencies.map(({ key, label }) => ({
              value: key,
              label,
              hint: `An answer within ${plural(daysFor(key, config()), 'working day')}`,
            }))}
          />
          <ButtonRow>
            <Button>Ask</Button>
            <a href={requestsLink}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </>
  )
}
