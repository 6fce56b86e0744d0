/** Anti-social behaviour: from the first report to a plan that holds. Words and steps: Anti-social Behaviour, Crime and Policing Act 2014. */
import { appointmentLetter, commonEntryKinds, commonGateways, programme } from '../define.ts'

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
  letters: [
    appointmentLetter,
    {
      key: 'report-received',
      name: 'We have your report',
      about: 'Your report of [fill in: day of the report]',
      greeting: 'Dear [fill in: name]',
      body: `Thank you for telling us what has been happening. I am dealing with your report for {agency}. Its reference is {reference}.

I will ring you by [fill in: day] to hear more and to agree with you what we do. Until then, please write down what happens and when.

If somebody is in danger, ring 999.`,
    },
    {
      key: 'warning',
      name: 'Warning about behaviour',
      about: 'Warning about behaviour at [fill in: place]',
      greeting: 'Dear [fill in: name]',
      body: `We have been told of the following behaviour, and have reason to believe that you took part in it:

[fill in: what happened, where and when]

It harms other people and it must stop. If it goes on, {agency} may ask a court for an injunction under the Anti-social Behaviour, Crime and Policing Act 2014.

If you see it differently, or if there is something that we should know, ring me on {phone} by [fill in: day].`,
    },
  ],
  sharing: { owner: 'agency', tier: 'contribute', gateways: commonGateways },
  marking: 'OFFICIAL',
  retention: { years: 6, after: 'closure' },
})
