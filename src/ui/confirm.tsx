// A page that asks once more before something that cannot simply be undone. It needs no dialog and no script.
import type { Child } from '#jsx/element'
import { Button, type ButtonKind, ButtonRow } from './button.tsx'
import { Form } from './form.tsx'
import type { Refused } from './form-context.ts'
import { BackLink } from './page-head.tsx'

type ConfirmProps = {
  title: string
  action: string
  /** The button says what happens: "End Housing's access". */
  button: string
  kind?: ButtonKind
  cancelHref: string
  /** What the page is called that it stands below, when it stands on a page of its own. */
  back?: string
  fields?: Record<string, string>
  refused?: Refused | undefined
  children?: Child
}

/**
 * Asks before acting, and says what will follow.
 * @example <Confirm title="End Housing's access?" action="/grants/1/end" button="End access" kind="danger" cancelHref="/cases/1/sharing"><p>They will no longer…</p></Confirm>
 */
export function Confirm({ title, action, button, kind = 'primary', cancelHref, back, fields = {}, refused, children }: ConfirmProps) {
  return (
    <>
      {back ? <BackLink href={cancelHref} label={back} /> : null}
      <div class="kith-confirm">
        <h1 class="kith-confirm__title">{title}</h1>
        <Form action={action} refused={refused}>
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <div class="kith-prose">{children}</div>
          <ButtonRow>
            <Button kind={kind}>{button}</Button>
            <a href={cancelHref}>Cancel</a>
          </ButtonRow>
        </Form>
      </div>
    </>
  )
}
