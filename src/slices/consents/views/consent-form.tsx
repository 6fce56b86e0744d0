/** The form that records what somebody agreed to. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  capital,
  Card,
  Checkboxes,
  DateField,
  Form,
  isoDay,
  nameOf,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields } from '../../cases/index.ts'
import { consentsLink } from '../links.ts'
import { capacities, channels, givers } from '../words.ts'

type Props = {
  head: CaseHead
  people: { id: string; givenName: string; familyName: string }[]
  agencies: { id: string; name: string; shortName: string }[]
  /** The short names of those who are in the case already: most often it is they who are to be told. */
  inCase: string[]
  invalid?: Invalid | undefined
}

export function ConsentForm({ head, people, invalid, ...who }: Props) {
  const first = { givenOn: isoDay(new Date()), givenBy: 'self', capacity: 'has', channel: 'in person' }
  return (
    <CasePage head={head} here="consents">
      <Card title="Record a consent">
        <Form action={consentsLink(head.id, 'new')} draft={`consent-${head.id}`} refused={invalid} values={invalid ? {} : first}>
          <Select
            name="person"
            label="Whose consent is it?"
            empty="Choose a person of this case"
            choices={people.map(one => ({ value: one.id, label: nameOf(one) }))}
          />
          <TextArea name="wordsShown" label="What were they shown or told?" hint="The words themselves." rows={4} limit={4000} />
          <TextField name="wording" label="Version of the words" hint="As on the form, such as MVC 3." width={10} maxlength={60} optional />
          <Checkboxes name="agencies" label="Who may be told?" {...mayBeTold(who)} />
          <TextArea name="purposes" label="What for?" rows={2} limit={1000} />
          <Radios name="channel" label="How was it given?" inline choices={channels.map(one => ({ value: one, label: capital(one) }))} />
          <Radios name="givenBy" label="Who gave it?" choices={givers} />
          <Radios name="capacity" label="Can the person decide this for themselves?" choices={capacities} />
          <TextArea
            name="capacityNote"
            label="What was found about that"
            hint="Needed when it is in doubt, or they cannot."
            rows={2}
            limit={1000}
            optional
          />
          <DateField name="givenOn" label="When was it given?" />
          <DateField name="expiresOn" label="When does it end?" hint="Nothing is shared on it from this day." />
          <MarkFields head={head} sensitive={false} />
          <ButtonRow>
            <Button>Record the consent</Button>
            <a href={consentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

/** Those in the case are in sight; the others open, so that a county of agencies is no wall of boxes. */
function mayBeTold({ agencies, inCase }: Pick<Props, 'agencies' | 'inCase'>) {
  const choices = (wanted: typeof agencies) => wanted.map(one => ({ value: one.id, label: one.name }))
  const [near, far] = [true, false].map(wanted => choices(agencies.filter(one => inCase.includes(one.shortName) === wanted)))
  return near?.length
    ? { choices: near, more: { summary: 'Agencies not in this case', choices: far ?? [] } }
    : { choices: choices(agencies) }
}
