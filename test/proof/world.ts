/** A world to ask questions about: a few agencies, workers, agreements, cases and shares, in any state that they can be in. */
import type { Around } from './surroundings.ts'
import type { DeedAround } from './deeds-around.ts'
import type { OfKinds } from './kind.ts'

/** Where something lies in time, as seen from now. */
export type When = 'over' | 'now' | 'to come'
export const tiers = ['pointer', 'headline', 'read', 'contribute', 'lead'] as const
export type Tier = (typeof tiers)[number]
export const roles = ['agency_administrator', 'information_governance_lead', 'partnership_administrator'] as const

export const categories = ['health', 'safe address'] as const
export type Side = 'victim' | 'subject'
export type Category = (typeof categories)[number]

/** The programmes of a world: whether their cases have sides, and whether the subject must never learn of one. */
export const programmes: Record<string, { sides: Side[]; neverLearns: Side | null }> = {
  asb: { sides: [], neverLearns: null },
  mediation: { sides: ['victim', 'subject'], neverLearns: null },
  'da-marac': { sides: ['victim', 'subject'], neverLearns: 'subject' },
}

/** For whom a row of a case is meant. In a case without sides the side counts for nothing. */
export interface Mark {
  side: Side | null
  category: Category | null
}

/** What is from before its author, or the worker whom it is for by name, came to the agency for which they work now. */
export interface Dated {
  before?: boolean | undefined
}

/** A row that only its author and the readers they named know of. */
export interface Restricted extends Dated {
  readers: number[] | null
}

export interface Worker {
  agency: number
  standing: 'here' | 'left' | 'suspended' | 'joins tomorrow'
  role: (typeof roles)[number] | null
}

/** A team of one agency, or of several when `agency` is null. */
export interface Team {
  agency: number | null
  ended: boolean
  members: { worker: number; when: When }[]
}

export interface Agreement {
  programmes: string[]
  when: When
  suspended: boolean
  parties: { agency: number; when: When }[]
}

export interface Case {
  programme: string
  lead: number
  /** The team that keeps it to itself. */
  team: number | null
  parent: number | null
  closed: boolean
}

/** Whoever a case can be shared with: `['agency', 2]`. */
export type Principal = ['agency' | 'team' | 'worker', number]

export interface Grant {
  case: number
  to: Principal
  tier: Tier
  /** null: every side. */
  sides: Side[] | null
  /** null: every category. */
  categories: Category[] | null
  agreement: number | null
  /** The consent it rests on, where it rests on no agreement. */
  consent: number | null
  /** Opened in an emergency: also over a conflict of interest. */
  emergency: boolean
  subCases: boolean
  when: When
  revoked: boolean
}

export interface Consent {
  case: number
  side: Side | null
  person: number
  state: 'stands' | 'expired' | 'withdrawn'
}

/** A worker has something to do with a person or, when `person` is null, with a case. */
export interface Conflict {
  worker: number
  person: number | null
  case: number
  lifted: boolean
  /** Themself, a colleague, or nobody: it was found. */
  declaredBy: number | null
}

export interface Person {
  /** The agency whose own list the person is on. */
  heldBy: number | null
}

/** A thing about a person, learnt in a case or, when `case` is null, outside every case. */
export interface Fact extends Mark {
  person: number
  case: number | null
}

export interface InCase extends Mark {
  case: number
}

export interface PersonInCase {
  case: number
  side: Side | null
  person: number
  ended: boolean
}

export interface Entry extends InCase, Restricted {
  author: number
  about: number | null
}

export interface Task extends InCase, Dated {
  to: Principal
  done: boolean
}

export interface Document extends InCase, Restricted {
  author: number
}

export interface Message extends InCase, Dated {
  author: number
  to: Principal | null
  /** Who has opened it besides its author. */
  reader: number | null
}

/** Something that a worker tries to do. */
export type Deed = { by: number; case: number } & Mark &
  (
    | { does: 'write entry' | 'add document' | 'record outcome' | 'amend case' | 'close case' | 'open sub-case' | 'set aim' }
    | { does: 'add person' | 'record contact'; person: number }
    | { does: 'record contact outside'; person: number }
    | { does: 'amend person'; person: number }
    | { does: 'give task'; to: Principal }
    | { does: 'send message'; to: Principal | null }
    | { does: 'share'; to: Principal; agreement: number | null; sides: Side[] | null; categories: Category[] | null; subCases: boolean }
    | { does: 'end share'; share: number }
    | { does: 'end role'; link: number }
    | { does: 'finish task'; task: number }
    | DeedAround
    | OfKinds
  )

export interface World extends Around {
  /** Those workers whose sight is compared: not all of them in every world, for time's sake. */
  asking: number[]
  deeds: Deed[]
  agencies: { suspended: boolean }[]
  workers: Worker[]
  teams: Team[]
  agreements: Agreement[]
  cases: Case[]
  consents: Consent[]
  grants: Grant[]
  conflicts: Conflict[]
  people: Person[]
  casePeople: PersonInCase[]
  contacts: Fact[]
  entries: Entry[]
  tasks: Task[]
  messages: Message[]
  documents: Document[]
}

/** What stands at this place; a world always has it. */
export function at<T>(list: T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new Error(`The world has nothing at ${place}.`)
  return found
}

/** The side as the case knows it: a case without sides knows none. */
export const sideIn = ({ cases }: Pick<World, 'cases'>, which: number, side: Side | null): Side | null =>
  side !== null && programmes[at(cases, which).programme]?.sides.includes(side) ? side : null

/** The sides of a share, as the case knows them. */
export const sidesIn = (cases: Case[], which: number, sides: Side[] | null): Side[] | null =>
  programmes[at(cases, which).programme]?.sides.length ? sides : null
