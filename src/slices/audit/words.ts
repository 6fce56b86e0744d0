/** A row of the record as a sentence, on a page and in an export. */
import { sentenceFor } from '../../sentences.ts'
import { didWords, kindName } from './kinds.ts'
import type { TrailRow } from './queries.ts'

/** @example deedWords(row) // "opened a document: Tenancy agreement" */
export function deedWords(row: TrailRow): string {
  if (row.what === 'deed') return sentenceFor({ ...row, by: row.workerName }) ?? untold[row.kind] ?? kindName(row.kind).replaceAll('_', ' ')
  if (row.kind === 'search') return `searched for “${row.words}”`
  const what = row.subject ?? (['refused', 'export', 'print'].includes(row.kind) ? row.words.replaceAll(id, '…') : '')
  // A whole list is no title of anything.
  if (row.kind === 'export' && !row.subject && what) return `${didWords(row.kind)} ${what}`
  return what ? `${didWords(row.kind)}: ${what}` : didWords(row.kind)
}

/** Deeds that have no line in a chronology: an entry and a message speak for themselves there, and conflicts belong to no case. */
const untold: Record<string, string> = {
  entry_added: 'added an entry',
  entry_corrected: 'corrected an entry',
  message_sent: 'sent a message',
  messages_put_by: 'put messages by',
  interest_declared: 'declared an interest',
  interest_ended: 'ended an interest',
  conflict_declared: 'declared a conflict of interest',
  conflict_found: 'found a conflict of interest',
}

/** The number in an address that somebody tried may be of a row that the reader must not know of. */
const id = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** @example whoWords(row) // "Tom Ashdown, Police" */
export function whoWords({ kind, workerName, agencyName }: TrailRow): string {
  if (workerName) return [workerName, agencyName].filter(Boolean).join(', ')
  return foundByKith({ kind, workerName }) ? 'Kith' : 'Somebody unknown'
}

/** Whether no worker did it, and Kith found it by itself. */
export const foundByKith = ({ kind, workerName }: Pick<TrailRow, 'kind' | 'workerName'>): boolean =>
  !workerName && (kind === 'conflict_found' || kind === 'virus_found')

/** @example fromWords(row) // "Firefox on Windows, 203.0.113.7" */
export const fromWords = ({ device, address }: TrailRow): string => [device, address].filter(Boolean).join(', ')

const heading = ['When (UTC)', 'Who', 'Agency', 'Kind', 'What', 'Case', 'About', 'Address', 'Device', 'Row']

/** The rows of an export, under their heading. */
export const exportRows = (rows: TrailRow[]): string[][] => [
  heading,
  ...rows.map(row => [
    row.at.toISOString(),
    row.workerName ?? '',
    row.agencyName ?? '',
    row.kind,
    deedWords(row),
    row.reference ?? '',
    row.subject ?? row.about ?? '',
    row.address,
    row.device,
    row.id,
  ]),
]
