// How an everyday case is written once and told more than once, each time in other words, about other people.
import type { Closure, EntryKind, Programme, Slug, Tier } from '../shape.ts'

/** `@` is the lead; the other words are whoever does that job where the case is. */
export type Part =
  | '@' | 'police' | 'council' | 'housing' | 'sustain' | 'fire' | 'nurse' | 'triage' | 'memory' | 'adults' | 'safeguarding' | 'children'
  | 'early-help' | 'youth-justice' | 'recovery' | 'victim-care' | 'school' | 'probation' | 'advocate' | 'environment' | 'panel' | 'rough-sleeping' | 'missing'

export type Age = 'child' | 'teen' | 'young' | 'adult' | 'older' | 'old'

/** Days since the beat before, its kind, whose it is, and its wordings: one for each telling. */
export type Beat = [gap: number | [number, number], kind: EntryKind, by: Part, ...wordings: string[]]

export type Arc = {
  slug: Slug
  programme: Programme
  /** Who leads each telling. */
  leads: Slug[]
  where: 'street' | 'block' | 'open-space' | 'shop' | 'building'
  titles: string[]
  summaries: string[]
  /** A role that begins with = shares the family name of the first. */
  people: Record<string, [role: string, age: Age, is?: 'he' | 'she']>
  beats: Beat[]
  end?: { reason: string; result: Closure['result']; words: string[]; views?: string[] }
  /** What was agreed at which beat, who does it, in how many days, and what showed that it was done. */
  tasks?: [words: string, to: Part, beat: number, days: number, evidence?: string][]
  aims?: string[]
  /** Told as written, without the calls and notes that fall between: a text sent or a wave in the street would be wrong here. */
  steady?: boolean
  /** Opened in the last days, and open still. */
  fresh?: boolean
  also?: [to: Slug, tier: Tier, reason: string][]
  documents?: [title: string, type: 'pdf' | 'txt' | 'png', beat: number, content: string][]
}
