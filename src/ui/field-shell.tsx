// What every field has around it: label, hint, error, in the order a screen reader needs them.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { unbroken } from './unbroken.tsx'

export type FieldProps = {
  name: string
  label: string
  /** Only when the name is not unique on the page. */
  id?: string | undefined
  value?: unknown
  hint?: Child
  error?: string | undefined
  /** Says "(optional)" after the label. Fields are asked for only when needed, so most are not. */
  optional?: boolean | undefined
  /** Hides the label from sight where the surroundings say it already. */
  quietLabel?: boolean | undefined
}

type ShellProps = Pick<FieldProps, 'label' | 'hint' | 'error' | 'optional' | 'quietLabel'> & {
  id: string
  class?: string | undefined
  module?: Record<string, string | undefined> | undefined
  children?: Child
}

/**
 * A field's frame for one control.
 * @example <FieldShell id="name" label="Name" error="Enter a name"><input id="name" … /></FieldShell>
 */
export function FieldShell({ id, label, hint, error, optional, quietLabel, class: extra, module, children }: ShellProps) {
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error', extra)} {...module}>
      <label class={classes('govuk-label', quietLabel && 'govuk-visually-hidden')} for={id}>
        {label}
        {optional ? <Optional /> : null}
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  )
}

/**
 * A frame for several controls that answer one question.
 * @example <GroupShell id="kind" label="What kind?">…radios…</GroupShell>
 */
export function GroupShell({ id, label, hint, error, optional, quietLabel, class: extra, children }: ShellProps) {
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error', extra)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, hint, error)}>
        <legend class={classes('govuk-fieldset__legend', 'govuk-label', quietLabel && 'govuk-visually-hidden')}>
          {label}
          {optional ? <Optional /> : null}
        </legend>
        <Hint id={id}>{hint}</Hint>
        <FieldError id={id}>{error}</FieldError>
        {children}
      </fieldset>
    </div>
  )
}

/** The ids a control is described by, in reading order. */
export function describedBy(id: string, hint: unknown, error: unknown, ...more: string[]): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', ...more].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

/** A hint below a label. */
export function Hint({ id, children }: { id: string; children?: Child }) {
  if (!children) return null
  return (
    <div id={`${id}-hint`} class="govuk-hint">
      {unbroken(children)}
    </div>
  )
}

function FieldError({ id, children }: { id: string; children?: Child }) {
  if (!children) return null
  return (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">Error:</span> {unbroken(children)}
    </p>
  )
}

function Optional() {
  return <span class="kith-optional"> (optional)</span>
}
