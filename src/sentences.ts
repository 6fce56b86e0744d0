/** Every event's sentence, gathered from the slices: what follows the worker's name in a chronology. */
import type { EventLine, Sentences } from './platform/events.ts'
import { sentences as accounts } from './slices/accounts/events.ts'
import { sentences as agencies } from './slices/agencies/events.ts'
import { sentences as agreements } from './slices/agreements/events.ts'
import { sentences as audit } from './slices/audit/events.ts'
import { sentences as breakGlass } from './slices/break-glass/events.ts'
import { sentences as cases } from './slices/cases/events.ts'
import { sentences as chronology } from './slices/chronology/events.ts'
import { sentences as conflicts } from './slices/conflicts/events.ts'
import { sentences as consents } from './slices/consents/events.ts'
import { sentences as documents } from './slices/documents/events.ts'
import { sentences as merges } from './slices/merges/events.ts'
import { sentences as messages } from './slices/messages/events.ts'
import { sentences as people } from './slices/people/events.ts'
import { sentences as places } from './slices/places/events.ts'
import { sentences as plan } from './slices/plan/events.ts'
import { sentences as readers } from './slices/readers/events.ts'
import { sentences as receipts } from './slices/receipts/events.ts'
import { sentences as recalls } from './slices/recalls/events.ts'
import { sentences as reminders } from './slices/reminders/events.ts'
import { sentences as requests } from './slices/requests/events.ts'
import { sentences as sharing } from './slices/sharing/events.ts'

const all: Sentences = {
  ...accounts,
  ...agencies,
  ...agreements,
  ...audit,
  ...breakGlass,
  ...cases,
  ...chronology,
  ...conflicts,
  ...consents,
  ...documents,
  ...merges,
  ...messages,
  ...people,
  ...places,
  ...plan,
  ...readers,
  ...receipts,
  ...recalls,
  ...reminders,
  ...requests,
  ...sharing,
}

/** The kinds of event that have a sentence. */
export const toldKinds = Object.keys(all)

/**
 * What a worker did, in words. An event without a sentence of its own is not shown.
 * @example sentenceFor({ kind: 'case_closed', about: null, detail: {} }) // "closed the case"
 */
export const sentenceFor = (line: EventLine): string | undefined => all[line.kind]?.(line)
