// A form that was sent with mistakes in it: nothing typed is lost, each mistake says how to mend it.
import {
  Button,
  ButtonRow,
  Card,
  Checkboxes,
  DateField,
  DateTimeField,
  FileField,
  Form,
  Page,
  PageHead,
  Radios,
  Select,
  Surroundings,
  TextArea,
  TextField,
} from '../index.ts'
import { around } from './around.ts'

const refused = {
  values: {
    title: 'Bin store fires',
    postcode: 'WX1',
    opened: '31 feb',
    about: 'Third fire in a month. Fire and Rescue were called at 02:10.',
    tier: 'read',
    needs: ['interpreter'],
  },
  errors: {
    postcode: 'Enter a whole postcode, such as WX1 4QT',
    opened: 'Enter a day that exists, such as 24 Nov 2026',
    agency: 'Choose an agency to share with',
  },
}

/** Opening a case, after the server refused the first try. */
export function FormPage() {
  return (
    <Surroundings.Provider value={{ ...around, refused: true }}>
      <Page title="Open a case" here="/cases">
        <PageHead title="Open a case" back={{ href: '/cases', label: 'Cases' }} />
        <Card narrow>
          <Form action="/cases" draft="case:new" refused={refused} files>
            <TextField
              name="title"
              label="What would you call it?"
              hint="A place, a person or a few words. People will say it on the phone."
            />
            <TextField name="postcode" label="Postcode" width={10} autocomplete="postal-code" />
            <DateField name="opened" label="When did it come to you?" />
            <DateTimeField name="happened" label="When did it last happen?" optional value={new Date('2026-11-21T02:10:00Z')} />
            <TextArea name="about" label="What is going on?" rows={4} limit={4000} />
            <Sharing />
            <FileField name="file" label="A document" optional hint="Up to 25 MB: PDF, Word or a photo" />
            <ButtonRow>
              <Button>Open the case</Button>
              <a href="/cases">Cancel</a>
            </ButtonRow>
          </Form>
        </Card>
      </Page>
    </Surroundings.Provider>
  )
}

function Sharing() {
  return (
    <>
      <Select
        name="agency"
        label="Share it with"
        empty="Choose an agency"
        choices={[
          { value: 'fire', label: 'Merrowshire Fire and Rescue' },
          { value: 'police', label: 'Merrowshire Police' },
        ]}
      />
      <Radios
        name="tier"
        label="What may they do?"
        choices={[
          { value: 'headline', label: 'See the headline', hint: 'That it exists, its stage and who to ask' },
          {
            value: 'read',
            label: 'Read it',
            hint: 'See all of it, change nothing',
            reveal: <TextField name="why" label="What do they need it for?" />,
          },
          { value: 'contribute', label: 'Add to it', hint: 'Read it, and write notes and tasks' },
        ]}
      />
      <Checkboxes
        name="needs"
        label="Does anybody need"
        optional
        inline
        choices={[
          { value: 'interpreter', label: 'An interpreter' },
          { value: 'print', label: 'Large print' },
          { value: 'quiet', label: 'A quiet room' },
        ]}
      />
    </>
  )
}
