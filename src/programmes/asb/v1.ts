/** Anti-social behaviour: from the first report to a plan that holds. Words and steps: Anti-social Behaviour, Crime and Policing Act 2014. */
import { commonEntryKinds, commonGateways, programme } from '../define.ts'

export default programme({
  key: 'asb',
  version: 1,
  name: 'Anti-social behaviour',
  purpose: 'Stop behaviour that harms people where they live, and protect whoever suffers from it.',
  caseWord: 'case',
  personRoles: ['Complainant', 'Alleged perpetrator', 'Witness', 'Victim', 'Family member', 'Other'],
  placeRoles: ['Where it happens', 'Home of complainant', 'Home of alleged perpetrator', 'Other'],
  objectRoles: ['Vehicle involved', 'Landlord', 'Business', 'Group involved', 'Other'],
  stages: [
    { key: 'reported', name: 'Reported' },
    { key: 'acknowledged', name: 'Acknowledged' },
    { key: 'risk_scored', name: 'Risk scored' },
    { key: 'investigating', name: 'Investigating' },
    { key: 'plan', name: 'Plan agreed' },
    { key: 'monitoring', name: 'Monitoring' },
  ],
  entryKinds: [...commonEntryKinds, { key: 'incident', name: 'Incident' }, { key: 'warning', name: 'Warning given' }],
  placeGrades: [],
  reviewWeeks: 4,
  quietDays: 14,
  closureReasons: ['Behaviour has stopped', 'Dealt with by another agency', 'Complainant withdrew', 'Moved away', 'No evidence', 'Other'],
  outcomes: [
    'Behaviour stopped',
    'Mediation agreed',
    'Acceptable behaviour contract kept',
    'Injunction made',
    'Closure order made',
    'Tenancy kept',
    'Person feels safer',
  ],
  sharing: { owner: 'agency', tier: 'contribute', gateways: commonGateways },
  marking: 'OFFICIAL',
  retention: { years: 6, after: 'closure' },
})
