// The Ministry of Justice's sortable table on a live page: its script cannot be undone or started twice, so a refresh replaces the table whole, sorted as it was.
type SortableTable = new (table: Element) => unknown

let Sortable: SortableTable | undefined

/** Fetches the script; most pages never need it. */
export async function loadSortable(): Promise<SortableTable> {
  Sortable = (await import('@ministryofjustice/frontend/moj/components/sortable-table/sortable-table.mjs')).SortableTable
  return Sortable
}

export const isSorted = (element: Element): boolean => element.matches('[data-moj-sortable-table-init]')

/**
 * Puts the server's table in the place of the one on the page; order and focus stay.
 * @example replaceSorted(table, fresh)
 */
export function replaceSorted(table: Element, fresh: Element): void {
  const [before, after] = [headings(table), headings(fresh)]
  const at = before.findIndex(heading => heading.contains(document.activeElement))
  before.forEach((heading, index) => {
    const order = heading.getAttribute('aria-sort')
    if (order) after[index]?.setAttribute('aria-sort', order)
  })
  table.replaceWith(fresh)
  if (Sortable) new Sortable(fresh)
  after[at]?.querySelector('button')?.focus({ preventScroll: true })
}

const headings = (table: Element): Element[] => [...table.querySelectorAll('thead th')]
