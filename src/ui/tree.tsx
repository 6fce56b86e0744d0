// Master cases and their sub-cases, as a tree of links to any depth.
import type { Child } from '#jsx/element'

export type Branch = {
  title: string
  href?: string | undefined
  reference?: string | undefined
  note?: Child
  here?: boolean | undefined
  branches?: Branch[] | undefined
}

/**
 * A tree. The branch one stands on is marked `here`.
 * @example <Tree label="Operation" branches={[{ title: 'Operation Lantern', href: '/cases/1', branches: [{ title: '12 Dock Road' }] }]} />
 */
export function Tree({ label, branches }: { label?: string | undefined; branches: Branch[] }) {
  return (
    <ul class="kith-tree" aria-label={label}>
      {branches.map(branch => (
        <li class="kith-tree__branch">
          <div class="kith-tree__row">
            {branch.href && !branch.here ? (
              <a href={branch.href}>{branch.title}</a>
            ) : (
              <strong aria-current={branch.here ? 'page' : undefined}>{branch.title}</strong>
            )}
            {branch.reference ? <span class="kith-tree__reference">{branch.reference}</span> : null}
            {branch.note}
          </div>
          {branch.branches?.length ? <Tree branches={branch.branches} /> : null}
        </li>
      ))}
    </ul>
  )
}
