/** What lies around the cases of a world: places, plans, files, the record of deeds and looks, questions between agencies, and what happens when something ends. */
import type { InCase, Mark, Person, Principal, Side } from './world.ts'

/** A row of a case that has a side and nothing else: an aim, an outcome, an organisation, vehicle or group. */
export interface Placed {
  case: number
  side: Side | null
}

export interface PlaceInCase extends Placed {
  place: number
}

/** Something that somebody did or looked at; outside every case when `case` is null. `entry` is what it was about, if it was an entry. */
export interface Noted extends Mark {
  by: number
  case: number | null
  entry: number | null
}

/** What was said on a receipt. */
const ofReceipts = ['share_understood', 'share_question_answered', 'share_acted_upon'] as const
type OfReceipt = (typeof ofReceipts)[number]
export const isOfReceipt = ({ kind }: Happening): boolean => (ofReceipts as readonly string[]).includes(kind)

export const isOfConflict = ({ kind }: Happening): boolean => kind === 'conflict_found' || kind === 'conflict_declared'

export interface Happening extends Noted {
  kind: 'entry_added' | 'message_sent' | 'worker_added' | 'records_merged' | 'conflict_found' | 'conflict_declared' | OfReceipt
  to: Principal | null
  /** Whose records were merged. */
  person: number
  /** Which conflict was found or declared. */
  conflict: number
  /** Of which share it was said that it was understood or acted upon, or a question answered. */
  share: number
  aboutPeople: boolean
}

export interface Look extends Noted {
  kind: 'case' | 'person' | 'print' | 'search' | 'refused'
  /** Whom a look at a person was at. */
  person: number
  /** Which case was refused. */
  refused: number
}

export interface Request {
  by: number
  to: number
  agreement: number
  case: number | null
  handedTo: number | null
  answered: boolean
}

/** Something that ended for an agency in a case, and what its workers had taken away of it. */
export interface Recall {
  case: number
  agency: number
  kind: 'share' | 'person' | 'entry' | 'worker'
  subject: number
  confirmed: boolean
}

export interface Copy extends InCase {
  recall: number
  worker: number
}

export interface Opening {
  by: number
  case: number
  reviewed: boolean
}

/** What was said of a share by those who have it, or answered by whoever gave it. */
export interface Receipt {
  grant: number
  step: 'understood' | 'answered' | 'acted'
  by: number
}

/** Somebody was told that a share or, when it is not null, a message was not opened in time. */
export interface Alert {
  grant: number
  message: number | null
  worker: number
  mailed: boolean
}

/** Something odd in what a worker looked at. */
export interface Flag {
  worker: number
  reviewed: boolean
}

export interface Around {
  places: Person[]
  casePlaces: PlaceInCase[]
  placed: Placed[]
  relationships: (InCase & { person: number; other: number })[]
  answers: { person: number; agency: number }[]
  merges: { kept: number; absorbed: number }[]
  happenings: Happening[]
  looks: Look[]
  requests: Request[]
  recalls: Recall[]
  copies: Copy[]
  emergencies: Opening[]
  notices: { to: Principal; case: number | null }[]
  searches: { case: number; by: number }[]
  receipts: Receipt[]
  alerts: Alert[]
  flags: Flag[]
  pairs: { one: number; other: number }[]
}

/** A world's cases with nothing around them. */
export const nothingAround: Around = {
  places: [],
  casePlaces: [],
  placed: [],
  relationships: [],
  answers: [],
  merges: [],
  happenings: [],
  looks: [],
  requests: [],
  recalls: [],
  copies: [],
  emergencies: [],
  notices: [],
  searches: [],
  receipts: [],
  alerts: [],
  flags: [],
  pairs: [],
}
