// What a form knows about its fields, so that each field finds its own value and error by name.
import { createContext, useContext } from '#jsx/contexts'

/** What a refused request sends back: what was typed, and what is wrong with it. Platform's Invalid satisfies it. */
export type Refused = { values: Record<string, unknown>; errors: Record<string, string> }

export type FormContextValue = { prefix: string; values: Record<string, unknown>; errors: Record<string, string> }

export const FormContext = createContext<FormContextValue>({ prefix: '', values: {}, errors: {} })

/** Of a form that is sent back: whether it stands on the page. It says so itself, because a page is written in one go. */
export const SentBack = createContext<{ stands: boolean } | undefined>(undefined)

/** The parts of a field that the form around it knows. What was typed wins over what was stored. */
export function fieldState(own: { name: string; id?: string | undefined; value?: unknown; error?: string | undefined }) {
  const form = useContext(FormContext)
  const id = own.id ?? `${form.prefix}${own.name}`
  return {
    id,
    error: own.error ?? form.errors[own.name],
    value: own.name in form.values ? form.values[own.name] : own.value,
  }
}

/** A value as text for an input. */
export function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
