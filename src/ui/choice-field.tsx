// Fields for choosing: a list, radios, checkboxes. A choice may reveal more, by CSS alone.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { Details } from './details.tsx'
import { describedBy, type FieldProps, FieldShell, GroupShell, Hint } from './field-shell.tsx'
import { asText, fieldState } from './form-context.ts'
import { unbroken } from './unbroken.tsx'

export type Choice = {
  value: string
  label: string
  hint?: string | undefined
  /** Shown while this is chosen. */
  reveal?: Child
  disabled?: boolean | undefined
}

/** Choices that are seldom wanted, in a section that opens. */
type More = { summary: string; choices: Choice[] }

type ChoiceProps = FieldProps & { choices: Choice[]; small?: boolean | undefined; inline?: boolean | undefined }

/**
 * A list to choose one from; for more than about seven choices. `empty` is the line that chooses nothing.
 * @example <Select name="agency" label="Share with" choices={agencies} empty="Choose an agency" />
 */
export function Select({ label, hint, optional, quietLabel, name, choices, empty, ...own }: ChoiceProps & { empty?: string }) {
  const { id, value, error } = fieldState({ ...own, name })
  return (
    <FieldShell {...{ id, label, hint, error, optional, quietLabel }}>
      <select
        class={classes('govuk-select', error && 'govuk-select--error')}
        {...{ id, name }}
        aria-describedby={describedBy(id, hint, error)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map(choice => (
          <option value={choice.value} selected={asText(value) === choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}

/**
 * One of a few, all in sight.
 * @example <Radios name="tier" label="What may they do?" choices={[{ value: 'read', label: 'Read', hint: 'See it all, change nothing' }]} />
 */
export function Radios({ name, choices, small, inline, ...own }: ChoiceProps) {
  return <Choices {...own} {...{ name, choices, small, inline }} type="radio" />
}

/**
 * Any number of a few. The value is an array of what is ticked.
 * @example <Checkboxes name="needs" label="Needs" choices={needs} value={['interpreter']} />
 */
export function Checkboxes({ name, choices, small, inline, more, ...own }: ChoiceProps & { more?: More | undefined }) {
  return <Choices {...own} {...{ name, choices, small, inline, more }} type="checkbox" />
}

/**
 * A single tick for yes.
 * @example <Checkbox name="urgent" label="This is urgent" />
 */
export function Checkbox({ label, value, quietLabel: _, ...own }: FieldProps) {
  const form = fieldState({ ...own, value })
  return (
    <div class={classes('govuk-form-group', form.error && 'govuk-form-group--error')}>
      {form.error ? (
        <p id={`${form.id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {unbroken(form.error)}
        </p>
      ) : null}
      <div class="govuk-checkboxes govuk-checkboxes--small">
        <Item type="checkbox" name={own.name} id={form.id} choice={{ value: 'yes', label }} checked={chosen(form.value).has('yes')} />
      </div>
    </div>
  )
}

function Choices({
  type,
  label,
  hint,
  optional,
  quietLabel,
  name,
  choices,
  small = true,
  inline,
  more,
  ...own
}: ChoiceProps & { type: 'radio' | 'checkbox'; more?: More | undefined }) {
  const { id, value, error } = fieldState({ ...own, name })
  const picked = chosen(value)
  const [block, smaller] = type === 'radio' ? ['govuk-radios', 'govuk-radios--small'] : ['govuk-checkboxes', 'govuk-checkboxes--small']
  return (
    <GroupShell {...{ id, label, hint, error, optional, quietLabel }}>
      <div class={classes(block, small && smaller, inline && `${block}--inline`)}>
        {choices.map((choice, index) => (
          <Item {...{ type, name, choice }} id={index ? `${id}-${index + 1}` : id} checked={picked.has(choice.value)} />
        ))}
        {more && more.choices.length > 0 ? (
          <Details summary={more.summary} id={`${id}-more`} open={more.choices.some(choice => picked.has(choice.value))}>
            {more.choices.map((choice, index) => (
              <Item {...{ type, name, choice }} id={`${id}-more-${index + 1}`} checked={picked.has(choice.value)} />
            ))}
          </Details>
        ) : null}
      </div>
    </GroupShell>
  )
}

type ItemProps = { type: 'radio' | 'checkbox'; name: string; id: string; choice: Choice; checked: boolean }

function Item({ type, name, id, choice, checked }: ItemProps) {
  const block = type === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div class="kith-choice">
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          {...{ id, name, type, checked, value: choice.value, disabled: choice.disabled }}
          aria-describedby={choice.hint ? `${id}-choice-hint` : undefined}
        />
        <label class={`govuk-label ${block}__label`} for={id}>
          {choice.label}
        </label>
        <Hint id={`${id}-choice`}>{choice.hint}</Hint>
      </div>
      {choice.reveal ? <div class="kith-choice__reveal">{choice.reveal}</div> : null}
    </div>
  )
}

function chosen(value: unknown): Set<string> {
  if (value === undefined || value === null) return new Set()
  if (value === true) return new Set(['yes'])
  return new Set(Array.isArray(value) ? value.map(String) : [String(value)])
}
