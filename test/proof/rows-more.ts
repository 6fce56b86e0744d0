/** The rows of offices and of what is found in the record: what everybody may look up, receipts, flags, seals, pairs. */
import { agencyOf } from './around.ts'
import { day, days, idOf, type Row } from './ids.ts'
import { ready } from './kinds-offices.ts'
import { at, type World } from './world.ts'

/** Names under which a world's rows stand in tables that have no ids. */
export const ofWorld = { pattern: 'world_pattern', seal: 9_000_000, postcode: 'W0 1RL' }

/** Rows in the order in which they can be laid, after all others. */
export const moreOf = (world: World): [string, Row[]][] => [
  ...officesOf(world),
  ...closuresOf(world),
  ...receiptsOf(world),
  ...foundOf(world),
  ['audit_seals', [seal]],
]

const officesOf = (world: World): [string, Row[]][] => [
  ['principals', ready.map((kind, index) => ({ id: idOf('principals', index), kind }))],
  [
    'agreement_clauses',
    world.agreements.map((_, index) => ({ agreement_id: idOf('agreements', index), number: '1', words: 'Tell nobody else.' })),
  ],
  ['postcode_wards', [{ postcode: ofWorld.postcode, ward: 'World', district: '' }]],
  ['emergency_attempts', world.workers.map((_, index) => ({ worker_id: idOf('workers', index), at: days(-1), opened: false }))],
]

const closuresOf = (world: World): [string, Row[]][] => [
  [
    'closures',
    world.cases.flatMap(({ closed, lead }, index) =>
      closed
        ? [
            {
              id: idOf('closures', index),
              case_id: idOf('cases', index),
              reason: 'Done',
              result: 'All safe',
              person_view: '',
              closed_by: idOf('workers', lead),
              closed_at: days(-1),
              reopen_reason: '',
            },
          ]
        : [],
    ),
  ],
]

const receiptsOf = (world: World): [string, Row[]][] => [
  [
    'receipts',
    world.receipts.map(({ grant, step, by }) => ({
      grant_id: idOf('grants', grant),
      step,
      worker_id: idOf('workers', by),
      at: days(-0.4),
      words: 'What of the dog?',
    })),
  ],
  [
    'urgent_alerts',
    world.alerts.map(({ grant, message, worker, mailed }, index) => ({
      id: idOf('urgent_alerts', index),
      grant_id: message === null ? idOf('grants', grant) : null,
      message_id: message === null ? null : idOf('messages', message),
      worker_id: idOf('workers', worker),
      told_at: days(-0.4),
      mailed_at: mailed ? days(-0.3) : null,
    })),
  ],
]

/** What is found by itself, and waits for somebody's answer: what was odd, and records that may be of one person. */
export const foundOf = (world: World): [string, Row[]][] => [
  ['patterns', [{ key: ofWorld.pattern, name: 'Own name', threshold: 1, reason: 'Nobody works on themself.' }]],
  [
    'flags',
    world.flags.map(({ worker, reviewed }, index) => ({
      id: idOf('flags', index),
      pattern: ofWorld.pattern,
      worker_id: idOf('workers', worker),
      agency_id: idOf('agencies', agencyOf(world, worker)),
      day: day(-1),
      found: 1,
      subjects: [],
      found_at: days(-0.5),
      ...(reviewed
        ? { outcome: 'explained', note: 'A namesake', reviewed_by: idOf('workers', at(world.cases, 0).lead), reviewed_at: days(-0.2) }
        : { outcome: null, note: '', reviewed_by: null, reviewed_at: null }),
    })),
  ],
  [
    'person_pairs',
    world.pairs.map(({ one, other }, index) => ({
      id: idOf('person_pairs', index),
      one_id: idOf('people', one),
      other_id: idOf('people', other),
      asked_by: idOf('workers', 0),
      asked_at: days(-1),
    })),
  ],
]

const bytes = (count: number) => `\\x${'00'.repeat(count)}`
const seal: Row = {
  number: ofWorld.seal,
  form: 1,
  previous: bytes(32),
  from_turn: 0,
  until_turn: 1,
  row_count: 1,
  root: bytes(32),
  marks: bytes(8),
  key: 'A'.repeat(43),
  sealed_at: days(-1),
  signature: bytes(64),
}
