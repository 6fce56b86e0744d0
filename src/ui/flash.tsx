// One short message after something was done, and notices that stay on the page.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'

export type NoticeKind = 'info' | 'done' | 'attention' | 'problem'
export type FlashMessage = { kind?: NoticeKind | undefined; text: string }

const icons: Record<NoticeKind, IconName> = { info: 'info', done: 'check', attention: 'clock', problem: 'warning' }
const spoken: Record<NoticeKind, string> = { info: '', done: 'Done: ', attention: 'To do: ', problem: 'Problem: ' }

/**
 * The message after a completed action; read out to screen readers.
 * @example <Flash message={{ kind: 'done', text: 'Note saved.' }} />
 */
export function Flash({ message }: { message?: FlashMessage | undefined }) {
  if (!message) return null
  return (
    <div class="kith-flash" role="status">
      <Notice kind={message.kind ?? 'done'}>{message.text}</Notice>
    </div>
  )
}

type NoticeProps = { kind?: NoticeKind; title?: string; children?: Child; actions?: Child }

/**
 * A notice in the page: what is so, and what the reader can do about it.
 * @example <Notice kind="attention" title="Review due">Housing's access ends on Friday.</Notice>
 */
export function Notice({ kind = 'info', title, children, actions }: NoticeProps) {
  return (
    <div class={classes('kith-notice', `kith-notice--${kind}`)}>
      <Icon name={icons[kind]} />
      <div class="kith-notice__body">
        <span class="govuk-visually-hidden">{spoken[kind]}</span>
        {title ? <strong class="kith-notice__title">{title}</strong> : null}
        {children}
      </div>
      {actions ? <div class="kith-notice__actions">{actions}</div> : null}
    </div>
  )
}
