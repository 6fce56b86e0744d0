/** What one person did one after the other on one day is one line of the record, whose words name each thing once. */
import { expect, test } from 'vitest'
import type { TrailRow } from './queries.ts'
import { inRuns, runWords, withoutFiles } from './runs.ts'

const row = (over: Partial<TrailRow>): TrailRow =>
  ({
    what: 'look',
    kind: 'case',
    at: new Date('2026-11-24T12:00Z'),
    workerId: 'tom',
    caseId: 'one',
    words: '',
    subject: null,
    ...over,
  }) as TrailRow

test('rows side by side of one person and day stand together, in their order', () => {
  const rows = [
    row({}),
    row({}),
    row({ caseId: 'two' }),
    row({}),
    row({ workerId: 'grace' }),
    row({ workerId: 'grace', at: new Date('2026-11-23T12:00Z') }),
  ]
  expect(inRuns(rows).map(run => run.length)).toEqual([4, 1, 1])
  expect(inRuns(rows).flat()).toEqual(rows)
})

test('what was done by nobody known is never put down to one person', () => {
  expect(inRuns([row({ workerId: null }), row({ workerId: null })])).toHaveLength(2)
})

test('what Kith found by itself again and again on one day is one line with how often, and never mixed with anything else', () => {
  const found = (over: Partial<TrailRow> = {}) => row({ what: 'deed', kind: 'conflict_found', workerId: null, workerName: null, ...over })
  const runs = inRuns([found(), found(), found({ at: new Date('2026-11-23T12:00Z') }), row({ workerId: null, workerName: null })])
  expect(runs.map(run => run.length)).toEqual([2, 1, 1])
  expect(runs.map(run => runWords(run))).toEqual([
    'found a conflict of interest, 2 times',
    'found a conflict of interest',
    'opened the case',
  ])
})

test('each thing done is named once, and many are counted', () => {
  expect(runWords([row({}), row({ kind: 'brief' }), row({})])).toBe('opened the case and read the brief')
  const many = ['case', 'brief', 'person', 'place'].map(kind => row({ kind }))
  expect(runWords(many)).toBe('opened the case, read the brief and 2 other things')
})

test('a document whose page showed its file was opened once; a saved copy and a file alone are told', () => {
  const look = (minute: number, words: string, subjectId = 'letter', kind = 'document') =>
    row({ kind, words, subjectId, at: new Date(Date.UTC(2026, 10, 24, 12, minute)) })
  const [page, again] = [look(1, 'version 2'), look(4, 'version 2')]
  const [file, fileAgain] = [look(1, 'version 2, opened'), look(4, 'version 2, opened')]
  const saved = look(5, 'version 2, saved', 'letter', 'download')
  const [alone, before] = [look(3, 'version 1, opened', 'plan'), look(0, 'version 2, opened')]
  expect(withoutFiles([saved, fileAgain, again, alone, file, page, before])).toEqual([saved, again, alone, page, before])
})
