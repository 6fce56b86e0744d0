// One number or short fact with its name: the quick answers at the top of a page.
import type { Child } from '#jsx/element'

export type StatProps = { name: string; value: Child; note?: Child; href?: string | undefined; attention?: boolean | undefined }

/**
 * The quick answers in a row.
 * @example <Stats stats={[{ name: 'Next date', value: 'in 2 days', note: 'Panel, Tue 24 Nov' }]} />
 */
export function Stats({ stats }: { stats: StatProps[] }) {
  return (
    <dl class="kith-stats">
      {stats.map(stat => (
        <div class={`kith-stat${stat.attention ? ' kith-stat--attention' : ''}`}>
          <dt class="kith-stat__name">{stat.name}</dt>
          <dd class="kith-stat__value">{stat.href ? <a href={stat.href}>{stat.value}</a> : stat.value}</dd>
          {stat.note ? <dd class="kith-stat__note">{stat.note}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
