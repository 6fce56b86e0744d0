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

const taken: Record<Copy['kind'], string> = { print: 'Printed', export: 'Exported', download: 'Saved' }

/** @example takenWords(copy) // "Printed by Grace Penhale" */
export const takenWords = ({ kind, workerName }: Copy): string => `${taken[kind]} by ${workerName}`

/** What Kith did besides shutting its pages, and what is not out of the house, as far as the record knows. */
export const byItself = ({ copies, drafts }: Pick<Recall, 'copies' | 'drafts'>): string =>
  [
    drafts > 0 && `${plural(drafts, 'half-written text')} removed`,
    copies.length === 0 && 'nothing was printed or saved that the record knows of',
  ]
    .filter(Boolean)
    .join(' · ')
