/** The way from a row to who can read it, and why. */
import { type RowKind, whoLink } from '../links.ts'

/**
 * Stands in the quiet line below a row. Kept short: a page has many of them.
 * @example <WhoCanRead what="entry" id={entry.id} />
 */
export const WhoCanRead = ({ what, id }: { what: RowKind; id: string }) => <a href={whoLink(what, id)}>Who can read this?</a>
