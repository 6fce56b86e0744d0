/** Where it is told who can read what is found at an address: each list of links can be asked by where its links lead. */
import { whoFindsLink, whoLink } from '../../cases/index.ts'
import { whyLink } from '../links.ts'

/** What leads to one row comes before its case. */
const told: [RegExp, (id: string) => string][] = [
  [/#entry-([0-9a-f-]{36})$/, id => whoLink('entry', id)],
  [/#message-([0-9a-f-]{36})$/, id => whoLink('message', id)],
  [/^\/cases\/[0-9a-f-]{36}\/entries\/([0-9a-f-]{36})/, id => whoLink('entry', id)],
  [/^\/cases\/[0-9a-f-]{36}\/tasks\/([0-9a-f-]{36})/, id => whoLink('task', id)],
  [/^\/documents\/([0-9a-f-]{36})/, id => whoLink('document', id)],
  [/^\/people\/([0-9a-f-]{36})/, id => whoFindsLink('people', id)],
  [/^\/places\/([0-9a-f-]{36})/, id => whoFindsLink('places', id)],
  // Whom to share a case with is a choice, and no row of the case.
  [/^\/cases\/([0-9a-f-]{36})(?!\/sharing\/new)/, whyLink],
]

/** Whether an address tells who can read something, so that its rows are the answer and are not asked in their turn. */
export const isWhoPage = (path: string): boolean => /^\/who\/|^\/cases\/[^/]+\/why$/.test(path)

/**
 * Nothing where no page tells it of one row: there a list names the rule that it goes by.
 * @example whoPageOf('/cases/…/tasks/…') // "/who/task/…"
 */
export function whoPageOf(address: string): string | undefined {
  for (const [form, tell] of told) {
    const id = form.exec(address)?.[1]
    if (id) return tell(id)
  }
  return undefined
}
