/** Recalls in words: what ended, and never what it said. */
import { plural } from '../../../ui/index.ts'
import type { Copy, Recall } from '../queries.ts'

const ended: Record<Recall['kind'], string> = {
  share: 'A share ended',
  worker: 'A worker left',
  person: 'Somebody left the case',
  entry: 'An entry was put right',
}

/** @example whatEnded(recall) // "A share ended" */
export const whatEnded = ({ kind }: Pick<Recall, 'kind'>): string => ended[kind]

const taken: Record<Copy['kind'], string> = { print: 'printed', export: 'exported', download: 'downloaded' }

/** @example takenWords(copy) // "printed by Grace Penhale" */
export const takenWords = ({ kind, workerName }: Copy): string => `${taken[kind]} by ${workerName}`

/** What Kith did by itself, in a sentence. */
export function byItself({ kind, drafts }: Pick<Recall, 'kind' | 'drafts'>): string {
  if (kind === 'person' || kind === 'entry') return 'Every page shows the new state since then.'
  const removed = drafts > 0 ? ` ${plural(drafts, 'half-written text')} removed.` : ''
  return `Pages, messages, alerts and recent cases shut at that minute.${removed}`
}
