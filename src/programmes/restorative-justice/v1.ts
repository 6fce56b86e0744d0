/** Restorative justice: somebody who was harmed and somebody who did it, brought into contact as far as both want it. A facilitator hears both sides; neither side's file is open to the other. */
import { appointmentLetter, commonEntryKinds, commonGateways, programme } from '../define.ts'

export default programme({
  key: 'restorative-justice',
  version: 1,
  name: 'Restorative justice',
  purpose: 'Let somebody who was harmed ask, tell and decide, and somebody who did it answer for it. Either may stop at any time.',
  caseWord: 'case',
  personRoles: [
    'Harmed person',
    'Supporter of the harmed person',
    'Responsible person',
    'Supporter of the responsible person',
    'Interpreter',
    'Other',
  ],
  placeRoles: ['Home of the harmed person', 'Home of the responsible person', 'Where it happened', 'Place to meet', 'Other'],
  objectRoles: ['Support organisation', 'Other'],
  stages: [
    { key: 'referred', name: 'Referred' },
    { key: 'suitability', name: 'Suitability' },
    { key: 'contact', name: 'First contact, each apart' },
    { key: 'preparing', name: 'Preparing' },
    { key: 'risk_assessed', name: 'Risk assessed' },
    { key: 'contact_made', name: 'Letter, messages or meeting' },
    { key: 'agreement', name: 'Agreement' },
    { key: 'monitoring', name: 'Agreement followed up' },
    { key: 'feedback', name: 'Feedback' },
  ],
  entryKinds: [
    ...commonEntryKinds,
    { key: 'harm', name: 'What harm was done' },
    { key: 'wishes', name: 'What they want', contact: true },
    { key: 'consent', name: 'Said yes, or no', contact: true },
    { key: 'preparation', name: 'Preparation', contact: true },
    { key: 'risk_assessment', name: 'Risk assessment' },
    { key: 'message', name: 'Message carried between them' },
    { key: 'conference', name: 'Meeting of both', contact: true },
    { key: 'agreement', name: 'Agreement' },
    { key: 'feedback', name: 'Feedback', contact: true },
  ],
  sides: [
    { key: 'harmed', name: 'Harmed person’s side' },
    { key: 'responsible', name: 'Responsible person’s side' },
  ],
  roleSides: {
    'Harmed person': 'harmed',
    'Supporter of the harmed person': 'harmed',
    'Responsible person': 'responsible',
    'Supporter of the responsible person': 'responsible',
  },
  placeGrades: [],
  reviewWeeks: 4,
  quietDays: 21,
  closureReasons: [
    'Agreement kept',
    'Agreement not kept',
    'Contact made, no agreement wanted',
    'The harmed person said no',
    'The responsible person said no',
    'Not suitable or not safe',
    'Nobody could be reached',
    'Other',
  ],
  outcomes: [
    'Letter of apology received',
    'Questions answered',
    'Met face to face',
    'Agreement made',
    'Agreement kept',
    'Harmed person feels safer',
    'Harmed person is satisfied',
    'Responsible person is satisfied',
  ],
  letters: [
    appointmentLetter,
    {
      key: 'offer',
      name: 'Would you like to talk about it?',
      about: 'What happened on [fill in: day]',
      greeting: 'Dear [fill in: name]',
      body: `I work for {agency}. I help people who were harmed by a crime, and people who did harm, to say what it did and what would put it right. Some write. Some meet. Many do neither, and that is fine.

Nothing is done without you, and you can stop at any time. You need not say why. What you tell me stays with me unless you say that I may pass it on.

If you would like to hear more, ring me on {phone} by [fill in: day] and say the reference {reference}. If you do not ring, I will not write again.`,
    },
  ],
  // Both sides take part because they want to: consent is what a share rests on here, before any gateway.
  sharing: { owner: 'team', tier: 'contribute', gateways: commonGateways },
  marking: 'OFFICIAL-SENSITIVE',
  retention: { years: 6, after: 'closure' },
})
