/** Ids and dates of a world's rows: an id tells the table and the place in the world. */
import type { Principal, When } from './world.ts'

const tables = [
  'principals',
  'agencies',
  'workers',
  'teams',
  'agreements',
  'cases',
  'grants',
  'consents',
  'people',
  'case_people',
  'person_contacts',
  'entries',
  'tasks',
  'messages',
  'documents',
  'places',
  'case_places',
  'case_objects',
  'aims',
  'outcomes',
  'person_names',
  'person_needs',
  'person_relationships',
  'person_warnings',
  'task_notes',
  'files',
  'document_versions',
  'equality_answers',
  'person_versions',
  'person_merges',
  'events',
  'looks',
  'conflicts',
  'emergency_openings',
  'notices',
  'information_requests',
  'recalls',
  'recall_copies',
  'search_notices',
  'interests',
  'receipts',
  'urgent_alerts',
  'flags',
  'person_pairs',
  'closures',
  'audit_seals',
  'patterns',
  'programmes',
  'postcode_wards',
]

/** The id of a row: its table and its place in the world. */
export const idOf = (table: string, index: number): string =>
  `00000000-0000-7000-9000-${String(tables.indexOf(table) + 1).padStart(4, '0')}${String(index).padStart(8, '0')}`

/** The table and the place in the world of the row with this id. */
export const rowOf = (id: string): string => `${tables[Number(id.slice(-12, -8)) - 1]} ${placeOf(id)}`

/** The place in the world of the row with this id. */
export const placeOf = (id: string): string => String(Number(id.slice(-8)))

const kinds = { agency: 'agencies', team: 'teams', worker: 'workers' } as const
export const idOfPrincipal = ([kind, index]: Principal): string => idOf(kinds[kind], index)

/** So many days from now, as a moment. */
export const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString()
/** So many days from now, as a date. */
export const day = (count: number) => days(count).slice(0, 10)
/** From when until when something lies. */
export const span = (when: When) => ({ over: [-90, -2], now: [-30, 30], 'to come': [2, 90] })[when] as [number, number]

export type Row = Record<string, unknown>
