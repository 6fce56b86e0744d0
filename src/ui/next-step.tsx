// The one next thing to do on a case, in the warm colour.
import type { Child } from '#jsx/element'
import { Icon } from './icon.tsx'

/**
 * The one next thing to do.
 * @example <NextStep title="Ring Mrs Okafor back" about="Promised by Tom · due today" action={<PostButton …>Done</PostButton>} />
 */
export function NextStep({ title, about, action }: { title: string; about?: Child; action?: Child }) {
  return (
    <div class="kith-next">
      <span class="kith-next__label">
        <Icon name="right" size={14} /> Next
      </span>
      <div class="kith-next__words">
        <strong>{title}</strong>
        {about ? <span class="kith-next__about">{about}</span> : null}
      </div>
      {action ? <div class="kith-next__action">{action}</div> : null}
    </div>
  )
}
