/** What stands in a list for something restricted. */
import { Icon, LinkButton } from '../../../ui/index.ts'

/**
 * Says that opening it is logged, with the button that does; the words themselves are never in a list. Not printed.
 * @example entry.restricted ? <OpenedOnly href={openedEntryLink(caseId, entry.id)} /> : entry.body
 */
export function OpenedOnly({ href }: { href: string }) {
  return (
    <div class="kith-restricted">
      <span>
        <Icon name="lock" size={16} /> Restricted: opening this is logged
      </span>
      <LinkButton href={href} small>
        Open it
      </LinkButton>
    </div>
  )
}
