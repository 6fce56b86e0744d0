// The plain shape of a demonstration county: content only, keyed by readable slugs, knowing nothing of tables.

/** A calendar day, as in `2026-11-24`. */
export type Day = string
/** A moment in UTC, as in `2026-11-24T14:05:00.000Z`. */
export type Moment = string
/** A readable key, as in `priya-nair`. */
export type Slug = string

export type County = {
  name: string
  today: Day
  agencies: Agency[]
  teams: Team[]
  workers: Worker[]
  memberships: Membership[]
  agreements: Agreement[]
  people: Person[]
  relationships: Relationship[]
  places: Place[]
  things: Thing[]
  cases: Case[]
  cast: CastMember[]
}

export type AgencyKind =
  | 'police'
  | 'council'
  | 'social-care'
  | 'housing'
  | 'health'
  | 'probation'
  | 'fire'
  | 'charity'
  | 'labour'
  | 'school'
  | 'victims'
  | 'wardens'

export type Agency = {
  slug: Slug
  name: string
  short: string
  kind: AgencyKind
  about: string
  emailDomain: string
  phone: string
  joinedOn: Day
  suspended?: { on: Day; reason: string }
}

export type Role =
  | 'worker'
  | 'panel_coordinator'
  | 'agency_administrator'
  | 'information_governance_lead'
  | 'partnership_administrator'

export type Worker = {
  slug: Slug
  name: string
  agency: Slug
  job: string
  email: string
  phone: string
  roles: Role[]
  joinedOn: Day
  leftOn?: Day
}

/** A team of one agency, or of several when `agency` is absent. */
export type Team = { slug: Slug; name: string; agency?: Slug; lead: Slug; purpose: string }

export type Membership = { worker: Slug; team: Slug; from: Day; until?: Day }

export type Programme = 'asb' | 'modern-slavery' | 'general-support'

export type Agreement = {
  slug: Slug
  /** How the parties cite it, as in `ISA 2`. */
  reference: string
  title: string
  purposes: string[]
  programmes: Programme[]
  dataTypes: string[]
  /** The law that lets the parties share. */
  gateway: string
  /** The law that lets them use what was shared. */
  basis: string
  startsOn: Day
  reviewOn: Day
  endsOn: Day
  lead: Slug
  parties: { agency: Slug; from: Day; until?: Day }[]
  clauses: { number: string; words: string }[]
}

export type Sensitivity = 'normal' | 'sensitive'

export type Person = {
  slug: Slug
  given: string
  family: string
  /** What to call them at the door, when it is not `given`. */
  knownAs?: string
  aliases: { name: string; note?: string }[]
  pronouns: 'he' | 'she' | 'they'
  /** `on` when known to the day; otherwise a year and how it was estimated. */
  born?: { on: Day } | { year: number; note: string }
  facts: Fact[]
  warnings: Warning[]
  needs: Need[]
  recordedBy: Slug
  recordedAt: Moment
}

export type Fact = {
  kind: 'mobile' | 'phone' | 'email' | 'address' | 'contact-note'
  value: string
  place?: Slug
  source: string
  sensitivity: Sensitivity
  from: Day
  until?: Day
}

/** An instruction to whoever goes next, never a story: "Visit in twos". */
export type Warning = {
  instruction: string
  because: string
  setBy: Slug
  setAt: Moment
  reviewOn: Day
  endedAt?: Moment
}

export type Need = { kind: 'language' | 'access' | 'health' | 'communication' | 'contact'; words: string }

export type Relationship = { from: Slug; to: Slug; kind: string; note?: string }

export type Place = {
  slug: Slug
  name?: string
  line: string
  town: string
  postcode: string
  kind: 'home' | 'block' | 'shop' | 'car-wash' | 'open-space' | 'school' | 'street' | 'building' | 'shelter'
  note?: string
}

/** An organisation, a vehicle or a group that plays a part in a case. */
export type Thing = { slug: Slug; kind: 'organisation' | 'vehicle' | 'group'; name: string; about: string }

export type Case = {
  slug: Slug
  title: string
  programme: Programme
  /** The word the work itself uses: where it has got to. */
  stage: Stage
  status: 'open' | 'closed'
  summary: string
  agency: Slug
  /** The one team of the agency that works it, where that is so. */
  team?: Slug
  lead: Slug
  openedAt: Moment
  openedBy: Slug
  parent?: Slug
  marking?: 'OFFICIAL-SENSITIVE'
  nextReviewOn?: Day
  /** What the counter counts: day 43 of 120. */
  period?: { from: Day; to: Day }
  people: CasePerson[]
  places: CasePlace[]
  things: { thing: Slug; role: string }[]
  entries: Entry[]
  aims: Aim[]
  tasks: Task[]
  documents: Document[]
  messages: Message[]
  grants: Grant[]
  closure?: Closure
  outcomes: Outcome[]
  looks: Look[]
}

export type Stage =
  | 'new'
  | 'assessing'
  | 'working'
  | 'legal-action'
  | 'monitoring'
  | 'scoping'
  | 'planning'
  | 'live'
  | 'debrief'
  | 'closed'

/** `grade` and `subCase` where an operation grades its premises and opens a case for each it will visit. */
export type CasePlace = { place: Slug; role: string; grade?: string; gradeReason?: string; subCase?: Slug }

export type CasePerson = { person: Slug; role: string; basis?: string; from: Moment }

export type EntryKind = 'note' | 'phone' | 'visit' | 'meeting' | 'message' | 'report' | 'decision' | 'outcome' | 'referral'

export type Entry = {
  slug: Slug
  kind: EntryKind
  by: Slug
  /** When it happened, and when it was written up. */
  at: Moment
  writtenAt: Moment
  text: string
  sensitivity: Sensitivity
  /** Source and information of a graded report, as in `2B`. */
  grade?: string
  people: Slug[]
  /** Earlier wordings, oldest first: what stood, when and why it was put right. */
  replaced: { text: string; by: Slug; at: Moment; reason: string }[]
}

export type Aim = { slug: Slug; words: string; setBy: Slug; setAt: Moment; reachedAt?: Moment }

export type Task = {
  slug: Slug
  words: string
  setBy: Slug
  setAt: Moment
  /** Who is to do it: a worker, a team or an agency. */
  to: { worker: Slug } | { team: Slug } | { agency: Slug }
  dueOn: Day
  aim?: Slug
  done?: { at: Moment; by: Slug; evidence: string }
  cancelled?: { at: Moment; by: Slug; reason: string }
}

export type Document = {
  slug: Slug
  title: string
  filename: string
  type: 'application/pdf' | 'image/png' | 'text/plain'
  addedBy: Slug
  addedAt: Moment
  /** The words of a text or PDF; a picture is drawn from them as a plan. */
  content: string
  sensitivity: Sensitivity
}

export type Message = { slug: Slug; by: Slug; to: Slug[]; at: Moment; text: string; readBy: Slug[] }

export type Tier = 'pointer' | 'headline' | 'read' | 'contribute' | 'lead'

export type Grant = {
  slug: Slug
  to: { agency: Slug } | { team: Slug } | { worker: Slug }
  tier: Tier
  basis: 'agreement' | 'statutory gateway' | 'vital interests'
  agreement?: Slug
  gateway?: string
  includesSubCases: boolean
  reason: string
  grantedBy: Slug
  from: Moment
  until?: Moment
  ended?: { at: Moment; by: Slug; reason: string }
}

export type Closure = {
  at: Moment
  by: Slug
  reason: string
  result: 'resolved' | 'improved' | 'no change' | 'moved on' | 'not engaged' | 'passed on'
  words: string
  /** What the person themselves said of it, when they were asked. */
  personsView?: string
}

export type Outcome = { slug: Slug; agency: Slug; by: Slug; on: Day; recordedAt: Moment; kind: string; words: string; person?: Slug }

export type Look = { worker: Slug; at: Moment }

/** Somebody to sign in as: who they are and what they will see. */
export type CastMember = { worker: Slug; who: string; sees: string; part: 'shown' | 'tests' }
