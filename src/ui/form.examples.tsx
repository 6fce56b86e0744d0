// Examples of whole forms.
import { Button, ButtonRow } from './button.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { type Example, hostile } from './example.ts'
import { Form } from './form.tsx'
import { TextArea, TextField } from './text-field.tsx'

export const examples: Example[] = [
  {
    name: 'with a draft',
    show: () => (
      <Form id="form-plain" action="/cases/1/entries" draft="entry:1">
        <TextArea name="body" label="Note" />
        <Button>Save note</Button>
      </Form>
    ),
  },
  {
    name: 'refused, with what was typed',
    show: () => (
      <Form
        id="form-refused"
        action="/people"
        refused={{
          values: { name: hostile, born: '31 feb' },
          errors: { born: 'Enter a day that exists', form: 'Somebody like this is known already' },
        }}
      >
        <TextField name="name" label="Name" />
        <TextField name="born" label="Born" width={10} />
        <ButtonRow>
          <Button>Add this person</Button>
          <a href="/people">Cancel</a>
        </ButtonRow>
      </Form>
    ),
  },
  { name: 'the summary alone, hostile', show: () => <ErrorSummary errors={{ '': hostile }} /> },
]
