// How a case is written down by its author: days counted from today, one short line an entry.
import type {
  Case,
  Closure,
  Document,
  EntryKind,
  Grant,
  Outcome,
  Programme,
  Sensitivity,
  Slug,
  Stage,
  Tier,
} from './shape.ts'

export type Story = {
  slug: Slug
  title: string
  programme: Programme
  stage: Stage
  agency: Slug
  lead: Slug
  /** Days from today (minus is ago). */
  opened: number
  summary: string
  parent?: Slug
  marking?: Case['marking']
  nextReview?: number
  /** First and last day of the counter. */
  period?: [from: number, to: number]
  people: [person: Slug, role: string, basis?: string, fromDay?: number][]
  places?: [place: Slug, role: string, graded?: { grade: string; why: string; subCase?: Slug }][]
  things?: [thing: Slug, role: string][]
  entries: Line[]
  aims?: [key: string, words: string, by: Slug, day: number, reached?: number][]
  tasks?: TaskLine[]
  documents?: DocumentLine[]
  messages?: [day: number, time: string, by: Slug, to: Slug[], text: string][]
  shares?: Share[]
  closure?: Omit<Closure, 'at'> & { day: number; time: string }
  outcomes?: [agency: Slug, by: Slug, day: number, kind: Outcome['kind'], words: string, person?: Slug][]
  looks?: [worker: Slug, day: number, time: string][]
}

export type Line = [day: number, time: string, kind: EntryKind, by: Slug, text: string, more?: More]

export type More = {
  people?: Slug[]
  sensitivity?: Sensitivity
  grade?: string
  /** Hours between the thing and its being written up. */
  wroteAfter?: number
  /** What it said first, who put it right, how many days later, and why. */
  replaced?: [text: string, by: Slug, daysLater: number, reason: string][]
}

export type TaskLine = {
  words: string
  by: Slug
  day: number
  /** A worker's, team's or agency's slug. */
  to: Slug
  due: number
  aim?: string
  done?: [day: number, by: Slug, evidence: string]
  cancelled?: [day: number, by: Slug, reason: string]
}

export type DocumentLine = {
  title: string
  type: 'pdf' | 'png' | 'txt'
  by: Slug
  day: number
  content: string
  sensitivity?: Document['sensitivity']
}

export type Share = {
  /** A worker's, team's or agency's slug. */
  to: Slug
  tier: Tier
  by: Slug
  day: number
  until?: number
  reason: string
  basis?: Grant['basis']
  agreement?: Slug
  gateway?: string
  includesSubCases?: boolean
  ended?: [day: number, by: Slug, reason: string]
}
