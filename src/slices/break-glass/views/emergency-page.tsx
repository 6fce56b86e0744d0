/** The form that opens a case in an emergency, and says beforehand who is told. */
import type { Invalid } from '../../../platform/errors.ts'
import { Button, ButtonRow, Card, Form, Page, PageHead, Prose, Radios, TextArea, TextField } from '../../../ui/index.ts'
import { emergencyLink } from '../links.ts'

const minutes = [15, 30, 45, 60].map(many => ({ value: String(many), label: `${many} minutes` }))

export function EmergencyPage({ reference = '', invalid }: { reference?: string | undefined; invalid?: Invalid | undefined }) {
  return (
    <Page title="Open a case in an emergency">
      <PageHead title="Open a case in an emergency" back={{ href: '/', label: 'Today' }} />
      <Card narrow>
        <Prose>
          <p>
            Use this only when somebody is in danger and there is no time to ask. You can read the case, and change, print or save nothing.
            It closes by itself.
          </p>
          <p>
            <strong>At once, whoever leads the case and the information-governance leads are told that you opened it, and why.</strong> They
            see what you look at, and decide by the end of the next working day whether it was right.
          </p>
        </Prose>
        <Form action={emergencyLink} refused={invalid} values={invalid ? {} : { reference: reference.slice(0, 20), minutes: '15' }}>
          <TextField
            name="reference"
            label="Reference of the case"
            width={10}
            autocomplete="off"
            spellcheck={false}
            hint="Such as 7KQM-4RTX."
          />
          <TextArea name="reason" label="Who is in danger, and why can it not wait?" rows={3} limit={1000} />
          <Radios name="minutes" label="For how long?" inline choices={minutes} />
          <ButtonRow>
            <Button kind="danger">Open the case</Button>
            <a href="/">Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}
