/** The picture beside an entry in every timeline. */
import type { IconName } from '../../../ui/index.ts'

const icons: Record<string, IconName> = {
  contact: 'call',
  visit: 'place',
  decision: 'check',
  outcome: 'target',
  report: 'document',
  intelligence: 'document',
  warning: 'warning',
  incident: 'warning',
}

/** @example entryIcon('visit') // 'place'; undefined for what has no picture of its own */
export const entryIcon = (kind: string): IconName | undefined => icons[kind]
