// Buttons, links that look like buttons, and one-button forms. A button says what happens.
import type { Child } from '#jsx/element'
import { useContext } from '#jsx/contexts'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { Surroundings } from './surroundings.ts'

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger'

type Look = { kind?: ButtonKind | undefined; small?: boolean | undefined; icon?: IconName | undefined; children?: Child }
type ButtonProps = Look & {
  name?: string
  value?: string
  id?: string
  type?: 'submit' | 'button'
  disabled?: boolean
  label?: string
}

/**
 * A button; it submits the form it is in unless told otherwise.
 * @example <Button>Save note</Button>
 */
export function Button({ kind, small, icon, children, label, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button class={look(kind, small)} type={type} aria-label={label} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  )
}

type LinkButtonProps = Look & {
  href: string
  /** It leads to something printed or saved, and is not offered where nothing may leave. */
  leaves?: boolean | undefined
}

/**
 * A link drawn as a button, for going somewhere; never for changing something.
 * @example <LinkButton href="/cases/new">Open a case</LinkButton>
 */
export function LinkButton({ href, kind = 'secondary', small, icon, leaves, children }: LinkButtonProps) {
  if (leaves && useContext(Surroundings).nothingLeaves) return null
  return (
    <a class={look(kind, small)} href={href}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  )
}

/**
 * A whole form that is one button, for a small act that needs no words. `fields` travel with it.
 * @example <PostButton action="/tasks/1/completion" fields={{ from: 'today' }}>Done</PostButton>
 */
export function PostButton({ action, fields = {}, ...button }: ButtonProps & { action: string; fields?: Record<string, string> }) {
  return (
    <form method="post" action={action} class="kith-post-button">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button {...button} />
    </form>
  )
}

/**
 * Buttons side by side: the main one first.
 * @example <ButtonRow><Button>Save</Button><a href="/cases/1">Cancel</a></ButtonRow>
 */
export function ButtonRow({ children }: { children?: Child }) {
  return <div class="kith-button-row">{children}</div>
}

function look(kind: ButtonKind = 'primary', small = false): string {
  return classes('kith-button', `kith-button--${kind}`, small && 'kith-button--small')
}
