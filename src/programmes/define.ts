/** What a programme is: data that gives a kind of case its words, roles, stages, clocks and sharing. */

export interface Programme {
  key: string
  version: number
  name: string
  /** One sentence: why this programme exists. */
  purpose: string
  /** The word for a case of this programme, as in "Open an operation". */
  caseWord: string
  /** Roles that a person can have in a case. A role belongs to the case, never to the person. */
  personRoles: string[]
  placeRoles: string[]
  objectRoles: string[]
  stages: Stage[]
  entryKinds: EntryKind[]
  /** The sides that a case is split into, such as those of a victim and of a subject: separate worlds to whoever works only one. */
  sides?: Side[]
  /** The side that a role belongs to, offered first when somebody is added in that role. Roles without one belong to all sides. */
  roleSides?: Record<string, string>
  /** The side whose people must never learn that there is a case: nothing about them outside of it may differ because of it. */
  neverLearns?: string
  /** What must not happen in a case of this programme, or not yet. */
  hardStops?: HardStop[]
  /** Grades for places, best or gravest first; empty where places are not graded. */
  placeGrades: { key: string; meaning: string }[]
  /** How many weeks may pass between reviews. */
  reviewWeeks: number
  /** Length in days of the period that the counter counts, when the programme has one. */
  periodDays?: number
  /** How long after a last contact a case is shown as quiet. */
  quietDays: number
  closureReasons: string[]
  outcomes: string[]
  /** Letters that workers begin from. */
  letters?: LetterTemplate[]
  sharing: {
    /** Who in the owner agency works a new case: everybody, or one team. */
    owner: 'agency' | 'team'
    /** The tier offered first when a case is shared. */
    tier: 'pointer' | 'headline' | 'read' | 'contribute' | 'lead'
    /** Statutory gateways offered where no agreement covers a share. */
    gateways: string[]
  }
  marking: 'OFFICIAL' | 'OFFICIAL-SENSITIVE'
  retention: { years: number; after: 'closure' }
}

/** {reference}, {agency}, {contact}, {name}, {phone} and {today} fill themselves in; what only the worker knows stands as [fill in: …]. */
export interface LetterTemplate {
  /** Stands in addresses. Never changes. */
  key: string
  /** As in "Begin from: Appointment". */
  name: string
  about: string
  greeting: string
  body: string
}

export interface Stage {
  key: string
  name: string
}

export interface Side {
  /** Stands in the database. Never changes. */
  key: string
  /** As in "Victim side". */
  name: string
}

/** Stops a case from going on while something is not said, or once something is: the entries of the case say it. */
export interface HardStop {
  /** Stands in settings. Never changes. */
  key: string
  /** Stages that the case does not go on to, kinds of entry that are not written, and whether letters are. */
  stages: string[]
  entryKinds: string[]
  letters?: boolean
  /** Entries and letters of this side alone, and those of no side; without one, of all. */
  side?: string
  /** It begins once this is said; without one, it holds from the start. */
  once?: Said
  /** It ends when this is said. */
  until: Said
  /** What a worker reads who is stopped: why, and what to do. */
  sentence: string
  /** It is good practice and stands in no published rule: `KITH_HARD_STOPS_OFF` may turn it off. */
  inferred?: boolean
}

/** An entry of a kind, on each of these sides or anywhere, that no later entry of the other kind took back. */
export interface Said {
  kind: string
  sides?: string[]
  takenBackBy?: string
}

export interface EntryKind {
  key: string
  name: string
  /** Whether it counts as contact with the person, for "last contact". */
  contact?: boolean
  /** Whether the writer may grade source and information (3x5x2). */
  graded?: boolean
}

/** Entry kinds that every programme has. */
export const commonEntryKinds: EntryKind[] = [
  { key: 'note', name: 'Note' },
  { key: 'contact', name: 'Contact', contact: true },
  { key: 'visit', name: 'Visit', contact: true },
  { key: 'report', name: 'Report', graded: true },
  { key: 'decision', name: 'Decision' },
  { key: 'outcome', name: 'Outcome' },
]

/** A letter that every programme has. */
export const appointmentLetter: LetterTemplate = {
  key: 'appointment',
  name: 'Appointment',
  about: 'A time to meet',
  greeting: 'Dear [fill in: name]',
  body: `I would like to meet you on [fill in: day and time] at [fill in: place].

We will talk about how things are for you and what would help. You may bring somebody with you. Tell me if you need an interpreter, or if getting there is hard.

If the time does not suit you, ring me on {phone} and say the reference {reference}.`,
}

/** Statutory gateways that most programmes can rest on. */
export const commonGateways = [
  'Crime and Disorder Act 1998, section 115',
  'Care Act 2014, sections 42 to 45',
  'Children Act 1989, section 47',
  'Children Act 2004, sections 10 and 11',
]

/**
 * Checks a definition as it is written down.
 * @example export default programme({ key: 'asb', version: 1, … })
 */
export const programme = (definition: Programme): Programme => definition
