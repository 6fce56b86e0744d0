// Examples of the chronology: ordinary, empty, corrected, replaced, hostile.
import { entries } from './compositions/case-entries.tsx'
import { type Example, hostile, huge, now } from './example.ts'
import { EmptyState } from './empty-state.tsx'
import { SystemLines } from './system-lines.tsx'
import { Timeline } from './timeline.tsx'

const happenedAt = new Date('2026-11-22T08:00:00Z')

export const examples: Example[] = [
  { name: 'a few weeks', show: () => <Timeline now={now} entries={entries} /> },
  {
    name: 'empty',
    show: () => <Timeline now={now} entries={[]} empty={<EmptyState title="Nothing written yet">Notes will be listed here.</EmptyState>} />,
  },
  {
    name: 'replaced, hostile, huge',
    show: () => (
      <Timeline
        now={now}
        label="Hostile timeline"
        entries={[
          { id: 'h1', kind: 'Note', happenedAt, author: 'Tom Reed', body: 'Seen at number 13.', replaced: true },
          { id: 'h2', kind: hostile, happenedAt, author: hostile, agency: hostile, title: hostile, body: hostile },
          {
            id: 'h3',
            kind: 'Note',
            happenedAt: '2026-11-01',
            author: huge,
            body: huge,
            corrects: { by: hostile, reason: huge, at: happenedAt, body: hostile },
          },
        ]}
      />
    ),
  },
  {
    name: 'much that Kith wrote by itself',
    show: () => (
      <Timeline
        now={now}
        label="Busy timeline"
        entries={[
          ...[1, 2, 3, 4, 5].map(number => ({
            id: `s${number}`,
            system: true,
            happenedAt,
            author: 'Tom Reed',
            title: 'Tom Reed added a document',
          })),
          { id: 's6', kind: 'Note', happenedAt, author: 'Tom Reed', body: 'All the letters are in now.' },
          ...[7, 8].map(number => ({ id: `s${number}`, system: true, happenedAt, author: hostile, title: `${hostile} ${number}` })),
        ]}
      />
    ),
  },
  {
    name: 'lines of Kith alone',
    show: () => (
      <SystemLines
        entries={['gave a task', 'shared this with Housing', hostile, huge].map((title, number) => ({
          id: `l${number}`,
          happenedAt,
          author: 'Tom Reed',
          title,
        }))}
      />
    ),
  },
]
