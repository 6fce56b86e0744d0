/** General support: one worker, one person or family, and the agencies around them. */
import { commonEntryKinds, commonGateways, programme } from '../define.ts'

export default programme({
  key: 'general-support',
  version: 1,
  name: 'General support',
  purpose: 'Help a person or a family with what worries them, before it becomes a crisis.',
  caseWord: 'case',
  personRoles: ['Supported person', 'Family member', 'Carer', 'Child in the household', 'Friend', 'Other'],
  placeRoles: ['Home', 'Temporary accommodation', 'Where they spend the day', 'Other'],
  objectRoles: ['Employer', 'Landlord', 'School', 'Vehicle', 'Group', 'Other'],
  stages: [
    { key: 'opened', name: 'Opened' },
    { key: 'assessing', name: 'Assessing' },
    { key: 'plan', name: 'Plan agreed' },
    { key: 'supporting', name: 'Supporting' },
    { key: 'review', name: 'Review' },
  ],
  entryKinds: [...commonEntryKinds, { key: 'appointment', name: 'Appointment', contact: true }],
  placeGrades: [],
  reviewWeeks: 6,
  periodDays: 120,
  quietDays: 14,
  closureReasons: ['Goals met', 'Support taken over by another agency', 'Person chose to stop', 'Could not be reached', 'Moved away', 'Died', 'Other'],
  outcomes: ['Home kept', 'Home found', 'In work or learning', 'Debt under control', 'Health improved', 'Feels safer', 'Family back in touch'],
  sharing: { owner: 'agency', tier: 'read', gateways: commonGateways },
  marking: 'OFFICIAL',
  retention: { years: 6, after: 'closure' },
})
