// The list of what went wrong, at the top of a form, each line leading to its field.
import { unbroken } from './unbroken.tsx'

/**
 * The error summary. Keys are field ids; the order is the order of the fields.
 * @example <ErrorSummary errors={{ name: 'Enter a name' }} />
 */
export function ErrorSummary({ errors, title = 'There is a problem' }: { errors?: Record<string, string> | undefined; title?: string }) {
  const lines = Object.entries(errors ?? {})
  if (lines.length === 0) return null
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary" data-disable-auto-focus="true">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <ul class="govuk-list govuk-error-summary__list">
          {lines.map(([field, text]) => (
            <li>{field ? <a href={`#${field}`}>{unbroken(text)}</a> : unbroken(text)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
