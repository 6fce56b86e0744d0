// A form: error summary, what was typed kept, a draft saved as one types, one main button.
import { useContext } from '#jsx/contexts'
import type { Child } from '#jsx/element'
import { ErrorSummary } from './error-summary.tsx'
import { FormContext, type Refused, SentBack } from './form-context.ts'
import { StillAsked } from './who.tsx'

type FormProps = {
  action: string
  /** Goes before field ids when a page holds more than one form. */
  id?: string | undefined
  /** What a refused request brought back: `invalid` of write's third argument, as it is. */
  refused?: Refused | undefined
  errors?: Record<string, string> | undefined
  values?: Record<string, unknown> | undefined
  /** Names the draft, such as `entry:CASE-ID`. Given one, nothing typed is ever lost. */
  draft?: string | undefined
  /** A draft the server kept, offered when this browser has none. */
  kept?: string | undefined
  method?: 'post' | 'get'
  files?: boolean | undefined
  class?: string | undefined
  children?: Child
}

/**
 * A form. Fields inside find their value and error by name.
 * @example <Form action="/cases/1/entries" draft="entry:1" refused={invalid}><TextArea name="body" label="Note" /><Button>Save note</Button></Form>
 */
export function Form({ id, refused, errors, values, draft, children, ...rest }: FormProps) {
  const sentBack = useContext(SentBack)
  if (sentBack && refused) sentBack.stands = true
  const prefix = id ? `${id}-` : ''
  const state = { prefix, values: { ...values, ...refused?.values }, errors: { ...errors, ...refused?.errors } }
  const form = (
    <FormTag id={id} refused={refused} {...rest}>
      <FormContext.Provider value={state}>
        <ErrorSummary errors={prefixed(state.errors, prefix)} />
        {children}
      </FormContext.Provider>
    </FormTag>
  )
  return draft ? (
    <Draft draft={draft} kept={rest.kept} refused={Boolean(refused)}>
      {form}
    </Draft>
  ) : (
    form
  )
}

function FormTag({ id, action, method = 'post', files, refused, class: extra, children }: FormProps) {
  return (
    <form
      id={id}
      class={extra}
      data-refused={refused ? '' : undefined}
      action={action}
      method={method}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
    >
      {method === 'get' ? <StillAsked action={action} /> : null}
      {children}
    </form>
  )
}

function Draft({ draft, kept, refused, children }: { draft: string; kept?: string | undefined; refused: boolean; children: Child }) {
  return (
    <kith-draft key={draft} draft={draft} kept={kept} refused={refused || undefined}>
      {children}
    </kith-draft>
  )
}

/** An error about the whole form ("form") leads to no field. */
function prefixed(errors: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([name, text]) => [name === 'form' ? '' : `${prefix}${name}`, text]))
}
