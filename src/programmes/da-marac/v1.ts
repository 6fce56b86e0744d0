/** A high-risk domestic-abuse case heard by a multi-agency panel (MARAC). The perpetrator must never learn that it was. */
import { commonEntryKinds, commonGateways, programme } from '../define.ts'

export default programme({
  key: 'da-marac',
  version: 1,
  name: 'Domestic abuse: MARAC',
  purpose: 'Bring together what each agency knows, and make somebody who lives with abuse safer.',
  caseWord: 'case',
  personRoles: ['Victim', 'Perpetrator', 'Child', 'Family member', 'Witness', 'Other'],
  placeRoles: ['Home of victim', 'Safe address', 'Home of perpetrator', 'School', 'Other'],
  objectRoles: ['Vehicle of perpetrator', 'Landlord', 'Support organisation', 'Other'],
  stages: [
    { key: 'referred', name: 'Referred' },
    { key: 'accepted', name: 'Accepted' },
    { key: 'listed', name: 'Listed for a meeting' },
    { key: 'idva_contact', name: 'Victim contacted by an adviser' },
    { key: 'research', name: 'Research requested' },
    { key: 'heard', name: 'Heard' },
    { key: 'actions', name: 'Actions open' },
  ],
  entryKinds: [
    ...commonEntryKinds,
    { key: 'incident', name: 'Incident' },
    { key: 'research', name: 'Research' },
    { key: 'risk_assessment', name: 'Risk assessment' },
    { key: 'victim_view', name: 'What the victim wants', contact: true },
    { key: 'minutes', name: 'Minutes' },
  ],
  sides: [
    { key: 'victim', name: 'Victim side' },
    { key: 'subject', name: 'Perpetrator side' },
  ],
  roleSides: { Victim: 'victim', Child: 'victim', Perpetrator: 'subject' },
  neverLearns: 'subject',
  placeGrades: [],
  // Panels meet every two weeks or every month; actions are looked at between.
  reviewWeeks: 2,
  // Repeat: the same two people within twelve months of the last meeting.
  periodDays: 365,
  quietDays: 7,
  closureReasons: ['Actions complete', 'Moved to another panel', 'Risk has fallen', 'Not accepted', 'Other'],
  outcomes: [
    'Victim feels safer',
    'Moved to safety',
    'Protective order made',
    'Arrest',
    'Charge',
    'Children safeguarded',
    'Abuse has stopped',
  ],
  sharing: {
    owner: 'team',
    tier: 'contribute',
    gateways: ['Domestic Abuse Act 2021', ...commonGateways],
  },
  marking: 'OFFICIAL-SENSITIVE',
  retention: { years: 7, after: 'closure' },
})
