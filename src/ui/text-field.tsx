// Fields for words: one line, many lines, a password, a file.
import { classes } from './classes.ts'
import { grouped } from './dates.ts'
import { describedBy, type FieldProps, FieldShell } from './field-shell.tsx'
import { asText, fieldState } from './form-context.ts'

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'number'
  /** Characters the field is wide; the default fills the column. */
  width?: 2 | 4 | 5 | 10 | 20 | 30 | undefined
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email'
  spellcheck?: boolean
  maxlength?: number
  placeholder?: string
  list?: string
  autofocus?: boolean
}

/**
 * One line of text.
 * @example <TextField name="postcode" label="Postcode" width={10} autocomplete="postal-code" />
 */
export function TextField({ label, hint, optional, quietLabel, width, type = 'text', name, ...own }: TextFieldProps) {
  const { id, value, error } = fieldState({ ...own, name })
  const { value: _typed, error: _said, id: _id, ...attributes } = own
  return (
    <FieldShell {...{ id, label, hint, error, optional, quietLabel }}>
      <input
        class={classes('govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error')}
        {...{ id, name, type, value: asText(value) }}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? 'true' : undefined}
        {...attributes}
      />
    </FieldShell>
  )
}

type TextAreaProps = FieldProps & {
  rows?: number
  /** The limit, with a count as it comes near. */
  limit?: number | undefined
  placeholder?: string
}

/**
 * Many lines; grows with what is typed. `limit` shows how much room is left.
 * @example <TextArea name="body" label="Note" rows={4} limit={20000} />
 */
export function TextArea({ label, hint, optional, quietLabel, name, rows = 4, limit, placeholder, ...own }: TextAreaProps) {
  const { id, value, error } = fieldState({ ...own, name })
  const module = limit ? { 'data-module': 'govuk-character-count', 'data-maxlength': String(limit), 'data-threshold': '80' } : undefined
  return (
    <FieldShell {...{ id, label, hint, error, optional, quietLabel, module }} class={limit ? 'govuk-character-count' : undefined}>
      <textarea
        class={classes('govuk-textarea', limit !== undefined && 'govuk-js-character-count', error && 'govuk-textarea--error')}
        {...{ id, name, rows, placeholder }}
        aria-describedby={describedBy(id, hint, error, limit ? `${id}-info` : '')}
        aria-invalid={error ? 'true' : undefined}
      >
        {asText(value)}
      </textarea>
      {limit ? (
        <div id={`${id}-info`} class="govuk-hint govuk-character-count__message">
          You can enter up to {grouped(limit)} characters
        </div>
      ) : null}
    </FieldShell>
  )
}

/**
 * A password, with a button to show it. Never filled in again after a refusal.
 * @example <PasswordField name="password" label="Password" autocomplete="current-password" />
 */
export function PasswordField({ label, hint, name, autocomplete = 'current-password', ...own }: FieldProps & { autocomplete?: string }) {
  const { id, error } = fieldState({ ...own, name })
  return (
    <FieldShell {...{ id, label, hint, error }} class="govuk-password-input" module={{ 'data-module': 'govuk-password-input' }}>
      <div class="govuk-password-input__wrapper">
        <input
          class={classes('govuk-input govuk-password-input__input govuk-js-password-input-input', error && 'govuk-input--error')}
          {...{ id, name, autocomplete }}
          type="password"
          spellcheck={false}
          autocapitalize="none"
          aria-describedby={describedBy(id, hint, error)}
        />
        <button
          type="button"
          class="kith-button kith-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
          aria-controls={id}
          aria-label="Show password"
          hidden
        >
          Show
        </button>
      </div>
    </FieldShell>
  )
}

/**
 * A file from this device; with `capture`, a phone opens its camera. The form around it needs `files`.
 * @example <FileField name="file" label="Document" accept=".pdf,.docx,image/*" hint="Up to 25 MB" />
 */
export function FileField({
  label,
  hint,
  optional,
  name,
  accept,
  multiple,
  capture,
  ...own
}: FieldProps & { accept?: string; multiple?: boolean; capture?: 'environment' }) {
  const { id, error } = fieldState({ ...own, name })
  return (
    <FieldShell {...{ id, label, hint, error, optional }}>
      <input
        class={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
        {...{ id, name, accept, multiple, capture }}
        type="file"
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldShell>
  )
}
