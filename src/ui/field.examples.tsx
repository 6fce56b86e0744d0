// Examples of fields: plain, with hints, refused, and with words that try to break out.
import { Button } from './button.tsx'
import { Checkbox, Checkboxes, Radios, Select } from './choice-field.tsx'
import { DateField, DateTimeField } from './date-field.tsx'
import { type Example, hostile, huge } from './example.ts'
import { FieldShell, GroupShell, Hint } from './field-shell.tsx'
import { FileField, PasswordField, TextArea, TextField } from './text-field.tsx'

const tiers = [
  { value: 'headline', label: 'See the headline', hint: 'That it exists and who to ask' },
  { value: 'read', label: 'Read it', reveal: <TextField name="why" id="reveal-why" label="What do they need it for?" /> },
  { value: 'contribute', label: 'Add to it', disabled: true },
]

export const examples: Example[] = [
  {
    name: 'text',
    show: () => <TextField name="title" id="x-title" label="What would you call it?" hint="People will say it on the phone." />,
  },
  { name: 'text, optional and short', show: () => <TextField name="flat" id="x-flat" label="Flat" optional width={5} value="14" /> },
  {
    name: 'text, refused',
    show: () => (
      <TextField name="postcode" id="x-postcode" label="Postcode" width={10} value="WX1" error="Enter a whole postcode, such as WX1 4QT" />
    ),
  },
  {
    name: 'text, hostile',
    show: () => <TextField name="hostile" id="x-hostile" label={hostile} hint={hostile} value={hostile} error={hostile} />,
  },
  { name: 'many lines with a limit', show: () => <TextArea name="body" id="x-body" label="Note" limit={400} /> },
  {
    name: 'many lines, hostile',
    show: () => <TextArea name="body" id="x-body-hostile" label="Note" value={hostile + huge} error={huge} />,
  },
  { name: 'password', show: () => <PasswordField name="password" id="x-password" label="Password" /> },
  { name: 'file', show: () => <FileField name="file" id="x-file" label="A document" hint="Up to 25 MB: PDF, Word or a photo" optional /> },
  { name: 'day', show: () => <DateField name="due" id="x-due" label="When is it due?" value="2026-11-24" /> },
  {
    name: 'day, refused',
    show: () => <DateField name="due" id="x-due-2" label="When is it due?" value="31 feb" error="Enter a day that exists" />,
  },
  {
    name: 'day and time',
    show: () => <DateTimeField name="happened" id="x-happened" label="When did it happen?" value={new Date('2026-11-24T14:05Z')} />,
  },
  {
    name: 'list',
    show: () => <Select name="agency" id="x-agency" label="Share with" empty="Choose an agency" choices={tiers} value="read" />,
  },
  { name: 'one of a few', show: () => <Radios name="tier" id="x-tier" label="What may they do?" choices={tiers} value="read" /> },
  {
    name: 'one of a few, refused, side by side',
    show: () => (
      <Radios
        name="urgent"
        id="x-urgent"
        label="Is it urgent?"
        inline
        error="Say whether it is urgent"
        choices={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    ),
  },
  {
    name: 'any of a few, hostile',
    show: () => (
      <Checkboxes
        name="needs"
        id="x-needs"
        label="Needs"
        optional
        value={['a']}
        choices={[
          { value: 'a', label: hostile },
          { value: 'b', label: huge },
        ]}
      />
    ),
  },
  {
    name: 'a single tick',
    show: () => <Checkbox name="agree" id="x-agree" label="I have read the warnings" error="Read the warnings first" />,
  },
  {
    name: 'frames for a control of one’s own',
    show: () => (
      <>
        <FieldShell id="x-shell" label="Colour">
          <input class="govuk-input" id="x-shell" name="colour" />
        </FieldShell>
        <GroupShell id="x-group" label="Where and when">
          <Hint id="x-group-more">Both, if you know them.</Hint>
          <Button kind="secondary">Choose on a map</Button>
        </GroupShell>
      </>
    ),
  },
]
