// A small menu that opens below its button. It is a popover, so it works without scripts.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'

export type MenuItem = { label: string; href: string; hint?: string | undefined }

type MenuProps = {
  id: string
  label: Child
  items?: MenuItem[] | undefined
  icon?: IconName | undefined
  class?: string | undefined
  children?: Child
}

/**
 * A button that opens a short list of links, for actions that are not the main one.
 * @example <Menu id="more" label="More" items={[{ label: 'Print the brief', href: '/cases/1/brief' }]} />
 */
export function Menu({ id, label, items = [], icon, class: extra, children }: MenuProps) {
  return (
    <div class={classes('kith-menu', extra)}>
      <button type="button" class="kith-menu__button" popovertarget={id}>
        {icon ? <Icon name={icon} /> : null}
        <span class="kith-menu__label">{label}</span>
        <Icon name="down" size={14} />
      </button>
      <div class="kith-menu__sheet" id={id} popover="auto">
        {items.map(item => (
          <a class="kith-menu__item" href={item.href}>
            {item.label}
            {item.hint ? <span class="kith-menu__hint">{item.hint}</span> : null}
          </a>
        ))}
        {children}
      </div>
    </div>
  )
}
