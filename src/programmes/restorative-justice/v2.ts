/** Restorative justice, with the hard stops of its practice: nothing passes between the two unless both want it and it is safe, and a no is the end. */
import { programme } from '../define.ts'
import first from './v1.ts'

const between = ['contact_made', 'agreement']
const meetings = ['message', 'conference', 'agreement']

export default programme({
  ...first,
  version: 2,
  entryKinds: first.entryKinds.flatMap(kind =>
    kind.key === 'consent'
      ? [
          { key: 'wants_to', name: 'Wants to take part', contact: true },
          { key: 'said_no', name: 'Said no, or stopped', contact: true },
          { key: 'domestic_abuse', name: 'Domestic abuse between them' },
          { key: 'specialist_agrees', name: 'Specialist agrees that it is safe' },
        ]
      : [kind],
  ),
  hardStops: [
    {
      key: 'harmed-person-said-no',
      stages: ['contact', 'preparing', 'risk_assessed', ...between],
      entryKinds: ['preparation', ...meetings],
      letters: true,
      side: 'harmed',
      once: { kind: 'said_no', sides: ['harmed'], takenBackBy: 'wants_to' },
      until: { kind: 'wants_to', sides: ['harmed'], takenBackBy: 'said_no' },
      sentence:
        'The harmed person said no, so nobody goes back to them. Close the case; or, if they ask for it themselves, write “Wants to take part” on their side.',
    },
    {
      key: 'both-want-to',
      stages: between,
      entryKinds: meetings,
      until: { kind: 'wants_to', sides: ['harmed', 'responsible'], takenBackBy: 'said_no' },
      sentence:
        'Both must want to, and either may stop at any time. Write “Wants to take part” on each side first; only somebody who works both sides can go on.',
    },
    {
      key: 'risk-assessed',
      stages: between,
      entryKinds: meetings,
      until: { kind: 'risk_assessment' },
      sentence: 'The risk must be assessed first. Write a “Risk assessment”.',
    },
    {
      key: 'specialist-in-domestic-abuse',
      stages: ['preparing', 'risk_assessed', ...between],
      entryKinds: ['preparation', ...meetings],
      once: { kind: 'domestic_abuse' },
      until: { kind: 'specialist_agrees' },
      sentence: 'There was domestic abuse between them. A specialist must agree first: write “Specialist agrees that it is safe”.',
      inferred: true,
    },
  ],
})
