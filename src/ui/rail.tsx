// The left rail: the places this worker has; on a phone a bottom bar and a drawer, both without scripts.
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'

export type NavItem = { label: string; href: string; icon: IconName; count?: number }

/**
 * The main navigation. `here` is the href of the place one is in. The drawer is a popover, so it needs no script.
 * @example <Rail nav={[{ label: 'Today', href: '/', icon: 'today', count: 3 }]} here="/" />
 */
export function Rail({ nav, here }: { nav: NavItem[]; here?: string | undefined }) {
  return (
    <nav class="kith-rail" id="kith-menu" popover="auto" aria-label="Main">
      <ul class="kith-rail__list">
        {nav.map(item => (
          <li>
            <RailLink item={item} here={here} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/**
 * The phone's bottom bar: the first four places, and a button that opens the rest.
 * @example <BottomBar nav={nav} here="/cases" />
 */
export function BottomBar({ nav, here }: { nav: NavItem[]; here?: string | undefined }) {
  if (nav.length === 0) return null
  return (
    <nav class="kith-bottom" aria-label="Quick">
      {nav.slice(0, 4).map(item => (
        <RailLink item={item} here={here} />
      ))}
      <button type="button" class="kith-rail__link" popovertarget="kith-menu">
        <Icon name="menu" size={20} />
        <span class="kith-rail__label">Menu</span>
      </button>
    </nav>
  )
}

function RailLink({ item, here }: { item: NavItem; here?: string | undefined }) {
  const current = item.href === here
  return (
    <a class={classes('kith-rail__link', current && 'is-here')} href={item.href} aria-current={current ? 'page' : undefined}>
      <Icon name={item.icon} size={20} />
      <span class="kith-rail__label">{item.label}</span>
      {item.count ? <span class="kith-rail__count">{item.count}</span> : null}
    </a>
  )
}
