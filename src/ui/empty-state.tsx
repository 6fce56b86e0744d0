// What an empty list says: what would be here, and how to start.
import type { Child } from '#jsx/element'
import { Icon, type IconName } from './icon.tsx'

/**
 * An empty list.
 * @example <EmptyState icon="note" title="Nothing written yet" action={<LinkButton href="#note">Write the first note</LinkButton>}>Notes, visits and calls will be listed here.</EmptyState>
 */
export function EmptyState({ icon, title, children, action }: { icon?: IconName; title: string; children?: Child; action?: Child }) {
  return (
    <div class="kith-empty">
      {icon ? <Icon name={icon} size={28} /> : null}
      <p class="kith-empty__title">{title}</p>
      {children ? <p class="kith-empty__words">{children}</p> : null}
      {action}
    </div>
  )
}
