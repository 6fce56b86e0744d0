/** An operation against modern slavery: premises graded and visited, people found and supported. Source: Modern Slavery Act 2015, section 52. */
import { appointmentLetter, commonEntryKinds, commonGateways, programme } from '../define.ts'

export default programme({
  key: 'modern-slavery',
  version: 1,
  name: 'Modern slavery operation',
  purpose: 'Find people who are exploited, bring them to safety and support, and stop those who exploit them.',
  caseWord: 'operation',
  // Everybody interviewed is a potential victim until somebody decides otherwise; nobody becomes a suspect by being found.
  personRoles: ['Potential victim', 'Witness', 'Suspect', 'Employer', 'Landlord', 'Family member', 'Other'],
  placeRoles: ['Premises', 'Accommodation', 'Rendezvous', 'Reception centre', 'Other'],
  objectRoles: ['Business', 'Vehicle', 'Group', 'Other'],
  stages: [
    { key: 'scoping', name: 'Scoping' },
    { key: 'graded', name: 'Premises graded' },
    { key: 'ordered', name: 'Order signed' },
    { key: 'briefed', name: 'Briefed' },
    { key: 'live', name: 'Live' },
    { key: 'debrief', name: 'Debrief' },
    { key: 'outcomes', name: 'Outcomes' },
  ],
  entryKinds: [
    ...commonEntryKinds,
    { key: 'intelligence', name: 'Intelligence report', graded: true },
    { key: 'interview', name: 'Interview', contact: true },
    { key: 'debrief', name: 'Debrief' },
  ],
  placeGrades: [
    { key: 'A', meaning: 'Visit first: strong indicators' },
    { key: 'B', meaning: 'Visit if teams allow' },
    { key: 'C', meaning: 'Watch' },
    { key: 'D', meaning: 'No indicators now' },
  ],
  reviewWeeks: 1,
  quietDays: 7,
  closureReasons: ['Operation complete', 'Merged with another operation', 'Stood down', 'Other'],
  outcomes: [
    'Potential victim identified',
    'Referral to the National Referral Mechanism',
    'Duty to Notify form sent',
    'Prohibition notice served',
    'Arrest',
    'Tax lead passed on',
    'Person housed safely',
  ],
  letters: [appointmentLetter],
  sharing: { owner: 'team', tier: 'contribute', gateways: ['Modern Slavery Act 2015, section 52', ...commonGateways] },
  marking: 'OFFICIAL-SENSITIVE',
  retention: { years: 7, after: 'closure' },
})
