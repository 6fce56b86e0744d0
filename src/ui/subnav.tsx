// Tabs within a page as plain links, so each has an address and works without scripts.
import { stillAsked } from './who.tsx'

export type SubnavItem = { label: string; href: string; count?: number | undefined }

/**
 * The sections of one thing. `here` is the href of the section shown.
 * @example <Subnav label="Case sections" here="/cases/1" items={[{ label: 'Timeline', href: '/cases/1' }]} />
 */
export function Subnav({ label, items, here }: { label: string; items: SubnavItem[]; here?: string | undefined }) {
  return (
    <nav class="moj-sub-navigation kith-subnav" aria-label={label}>
      <ul class="moj-sub-navigation__list">
        {items.map(item => (
          <li class="moj-sub-navigation__item">
            <a class="moj-sub-navigation__link" href={stillAsked(item.href)} aria-current={item.href === here ? 'page' : undefined}>
              {item.label}
              {item.count ? <span class="kith-subnav__count">{item.count}</span> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
