// From the words of the stories to those of the programmes: stages, roles, kinds of entry, reasons for closing.
import { programmeOf } from '../../programmes/index.ts'
import type { Case, Closure, Entry, Stage, Thing } from '../shape.ts'

type Words = Record<string, string>

export const definitionOf = ({ programme }: Case) => programmeOf({ programme, programmeVersion: 1 })

const stages: Record<Case['programme'], Partial<Record<Stage, string>>> = {
  asb: { new: 'reported', assessing: 'risk_scored', working: 'investigating', 'legal-action': 'plan', monitoring: 'monitoring', closed: 'monitoring' },
  'general-support': { new: 'opened', assessing: 'assessing', working: 'supporting', monitoring: 'review', closed: 'review' },
  'modern-slavery': { debrief: 'debrief', working: 'outcomes', monitoring: 'outcomes', closed: 'outcomes' },
}

export function stageOf(told: Case): string {
  const stage = told.programme === 'asb' && told.stage === 'working' && told.aims.length > 0 ? 'plan' : stages[told.programme][told.stage]
  if (!stage) throw new Error(`${told.programme} has no stage for ${told.stage}`)
  return stage
}

const kinds: Record<Entry['kind'], string> = {
  note: 'note', phone: 'contact', visit: 'visit', meeting: 'note', message: 'contact', report: 'report', decision: 'decision', outcome: 'outcome', referral: 'note',
}

export function kindOf(entry: Entry, { programme }: Case): string {
  if (programme === 'asb' && entry.kind === 'decision' && /warning|notice served|letter/i.test(entry.text)) return 'warning'
  if (programme === 'asb' && entry.kind === 'report' && !entry.grade) return 'incident'
  if (programme !== 'modern-slavery') return kinds[entry.kind]
  if (entry.kind === 'report') return entry.people.length > 0 ? 'interview' : 'intelligence'
  return entry.kind === 'meeting' && entry.text.startsWith('Debrief') ? 'debrief' : kinds[entry.kind]
}

const personRoles: Record<Case['programme'], Words> = {
  asb: {
    complainant: 'Complainant', subject: 'Alleged perpetrator', owner: 'Alleged perpetrator', organiser: 'Alleged perpetrator', witness: 'Witness', victim: 'Victim',
    parent: 'Family member', 'family contact': 'Family member', 'child in the household': 'Family member', 'person supported': 'Victim', keeper: 'Other',
  },
  'general-support': {
    'person supported': 'Supported person', 'child supported': 'Supported person', victim: 'Supported person', parent: 'Family member', sibling: 'Family member',
    'family contact': 'Family member', family: 'Family member', 'partner and carer': 'Carer', 'child in the household': 'Child in the household', 'child of': 'Child in the household', neighbour: 'Friend',
  },
  'modern-slavery': {
    'possible victim': 'Potential victim', 'possible victim (child)': 'Potential victim', 'person of interest': 'Suspect', witness: 'Witness', 'manager on site': 'Employer',
    landlord: 'Landlord', 'family contact': 'Family member',
  },
}

export const personRole = (role: string, { programme }: Case): string => personRoles[programme][role] ?? 'Other'

const placeRoles: Words = {
  'where it happens': 'Where it happens', 'home of complainant': 'Home of complainant', 'home of subject': 'Home of alleged perpetrator', home: 'Home', 'home now': 'Temporary accommodation',
  'safe address': 'Temporary accommodation', school: 'Where they spend the day', premises: 'Premises', 'linked address': 'Accommodation', 'where workers live': 'Accommodation',
}

export function placeRole(role: string, told: Case): string {
  const named = placeRoles[role] ?? 'Other'
  return definitionOf(told).placeRoles.includes(named) ? named : 'Other'
}

const thingRoles: Record<Case['programme'], Record<Thing['kind'], string>> = {
  asb: { vehicle: 'Vehicle involved', group: 'Group involved', organisation: 'Business' },
  'general-support': { vehicle: 'Vehicle', group: 'Group', organisation: 'Other' },
  'modern-slavery': { vehicle: 'Vehicle', group: 'Group', organisation: 'Business' },
}

export const thingRole = (kind: Thing['kind'], { programme }: Case): string => thingRoles[programme][kind]

const reasons: Record<Case['programme'], Partial<Record<Closure['result'], string>>> = {
  asb: { resolved: 'Behaviour has stopped', improved: 'Behaviour has stopped', 'moved on': 'Moved away', 'passed on': 'Dealt with by another agency', 'no change': 'No evidence' },
  'general-support': { resolved: 'Goals met', improved: 'Goals met', 'moved on': 'Moved away', 'passed on': 'Support taken over by another agency', 'not engaged': 'Could not be reached' },
  'modern-slavery': { resolved: 'Operation complete' },
}

export const closureReason = (result: Closure['result'], { programme }: Case): string => reasons[programme][result] ?? 'Other'

const outcomeKinds: Words = {
  Injunction: 'Injunction made', 'Nuisance ended': 'Behaviour stopped', 'Vehicle seized': 'Behaviour stopped', 'Restorative work finished': 'Acceptable behaviour contract kept',
  'Place made safer': 'Person feels safer', 'Income gained': 'Debt under control', 'Repeat calls reduced': 'Health improved', 'Referral to the national mechanism': 'Referral to the National Referral Mechanism',
  'Positive reasonable grounds': 'Potential victim identified', 'Emergency prohibition order': 'Prohibition notice served', 'Housing enforcement': 'Prohibition notice served', Charge: 'Arrest',
  'Child made safe': 'Person housed safely',
}

/** An outcome by the name it is counted under. */
export const outcomeKind = (kind: string): string => outcomeKinds[kind] ?? kind

const documentKinds: [RegExp, string][] = [
  [/operational order/i, 'Operational order'],
  [/warning|card to/i, 'Letter'],
  [/interview form/i, 'Questionnaire'],
  [/debrief/i, 'Minutes'],
  [/diary|counts|readings|talk/i, 'Report'],
  [/plan|layout|gates|drawn|from the back lane/i, 'Plan'],
]

/** What kind of document a title speaks of. */
export const documentKind = (title: string): string => documentKinds.find(([words]) => words.test(title))?.[1] ?? 'Document'
