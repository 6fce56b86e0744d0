// The chronology of the example case: notes, a correction, system lines, days and months apart.
import type { TimelineEntry } from '../index.ts'
import { Tag } from '../index.ts'

const at = (text: string) => new Date(text)

export const entries: TimelineEntry[] = [
  {
    id: 'e9',
    kind: 'Note',
    happenedAt: at('2026-11-22T08:40:00Z'),
    author: 'Aisha Khan',
    agency: 'Merrowshire Victim Care',
    fresh: true,
    body: 'Grace slept through for the first time in two weeks. She asks that nobody parks outside her door when they visit: the neighbours notice.',
    foot: <span>5 agencies read this</span>,
  },
  {
    id: 'e8',
    happenedAt: at('2026-11-22T08:05:00Z'),
    author: 'Tom Reed',
    title: 'Tom Reed shared this with Merrow Vale, to read, until 22 May 2027.',
    system: true,
  },
  {
    id: 'e7',
    kind: 'Call',
    icon: 'call',
    happenedAt: at('2026-11-19T15:20:00Z'),
    author: 'Priya Shah',
    agency: 'Wexby Borough Council',
    title: 'with Mrs Okafor',
    body: 'Music stopped before eleven every night since Sunday. She is still keeping the diary sheets and would like somebody to go through them with her.\n\nI said I would ring on Sunday morning.',
    corrects: {
      by: 'Priya Shah',
      reason: 'Wrong day written down',
      at: at('2026-11-19T16:02:00Z'),
      body: 'I said I would ring on Monday morning.',
    },
  },
  {
    id: 'e6',
    kind: 'Decision',
    icon: 'check',
    happenedAt: at('2026-11-17T14:30:00Z'),
    author: 'Joy Adeyemi',
    agency: 'Wexby Borough Council',
    title: 'Stay with the contract',
    body: 'Two breaches in six weeks, both before the sound meter went in. The panel sees a change and keeps the contract. Next look in a week; a third breach goes to a community protection warning.',
    tags: <Tag kind="violet">Panel</Tag>,
  },
  {
    id: 'e5',
    kind: 'Visit',
    icon: 'place',
    happenedAt: at('2026-11-03T18:45:00Z'),
    writtenAt: at('2026-11-04T08:10:00Z'),
    author: 'Tom Reed',
    agency: 'Merrowshire Police',
    title: 'to 14 Fen Court',
    body: 'Daniel shouted from the landing and threw a can as we left. Nobody hurt. He calmed when Leon came to the door.',
    tags: <Tag kind="red">Threat to staff</Tag>,
  },
  { id: 'e4', happenedAt: at('2026-11-03T12:00:00Z'), author: 'Kith', title: 'Day 24 of the contract.', system: true },
]
