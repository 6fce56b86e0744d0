// A day, or a day and a time, typed the way people say it; the browser offers its calendar and shows what was understood.
import { classes } from './classes.ts'
import { day, isoDay, type Moment, timeOf } from './dates.ts'
import { describedBy, type FieldProps, GroupShell } from './field-shell.tsx'
import { FieldShell } from './field-shell.tsx'
import { asText, fieldState } from './form-context.ts'

/**
 * One text box for a day. Read it with parseDay; it takes "24/11/26", "24 nov", "tomorrow", "next fri".
 * @example <DateField name="due" label="When is it due?" value={task.dueOn} />
 */
export function DateField({ label, hint, optional, quietLabel, name, ...own }: FieldProps) {
  const { id, value, error } = fieldState({ ...own, name })
  return (
    <FieldShell {...{ id, label, hint, error, optional, quietLabel }}>
      <DayBox {...{ id, name, hint, error, value: typedDay(value) }} />
    </FieldShell>
  )
}

/**
 * A day and a time: two boxes, `name` and `nameTime`. Read them with parseDay and parseTime.
 * @example <DateTimeField name="happened" label="When did it happen?" value={entry.happenedAt} />
 */
export function DateTimeField({ label, hint, optional, quietLabel, name, ...own }: FieldProps) {
  const { id, value, error } = fieldState({ ...own, name })
  const clock = fieldState({ name: `${name}Time`, value: value instanceof Date ? timeOf(value) : undefined })
  return (
    <GroupShell {...{ id, label, hint, error: error ?? clock.error, optional, quietLabel }}>
      <div class="kith-day-time">
        <DayBox {...{ id, name, hint, error, value: typedDay(value) }} label={`${label} (day)`} />
        <input
          class={classes('govuk-input govuk-input--width-5', clock.error && 'govuk-input--error')}
          {...{ id: clock.id, name: `${name}Time`, value: asText(clock.value) }}
          type="text"
          autocomplete="off"
          placeholder="14:05"
          aria-label={`${label} (time, such as 14:05)`}
        />
      </div>
    </GroupShell>
  )
}

type DayBoxProps = { id: string; name: string; value?: string | undefined; hint?: unknown; error?: string | undefined; label?: string }

function DayBox({ id, name, value, hint, error, label }: DayBoxProps) {
  return (
    <kith-date class="kith-date">
      <input
        class={classes('govuk-input govuk-input--width-10', error && 'govuk-input--error')}
        {...{ id, name, value }}
        type="text"
        autocomplete="off"
        placeholder="24 Nov 2026"
        aria-label={label}
        aria-describedby={describedBy(id, hint, error)}
      />
    </kith-date>
  )
}

/** A stored day is shown in words; what was typed and refused is shown as it was typed. */
function typedDay(value: unknown): string | undefined {
  if (value instanceof Date) return day(isoDay(value as Moment)).slice(4)
  const text = asText(value)
  return text && /^\d{4}-\d\d-\d\d$/.test(text) ? day(text).slice(4) : text
}
