/** How the functions are asked that look with more than the worker's rights: each answer as if it were a table, row for row. */
import { idOf } from './ids.ts'
import { size } from './sizes.ts'

const all = (table: string, count: number): string =>
  `array[${Array.from({ length: count }, (_, index) => `'${idOf(table, index)}'`)}]::uuid[]`
const each = (table: string, count: number, name: string): string => `unnest(${all(table, count)}) ${name}`

/** What gives a row's id, and what else tells it, in a word or an id; $1 is a case, $2 and $3 a mark. */
const answers: Record<string, [id: string, other: string | null, from: string]> = {
  shares_of: ['grant_id', `case reason when '' then 'kept' else 'told' end`, 'shares_of($1)'],
  who_works_on: ['id', 'tier::text', 'who_works_on($1, $2, $3)'],
  who_reads: ['id', null, 'who_reads($1, null, null, true)'],
  kept_out_of: ['worker_id', 'which::text', `${each('cases', size.cases, 'which')}, kept_out_of(which)`],
  cases_led_by: ['case_id', 'led::text', `${each('workers', size.workers, 'led')}, cases_led_by(led)`],
  shares_under: [
    'agreed',
    'agency::text',
    `${each('agreements', size.agreements, 'agreed')}, ${each('agencies', size.agencies, 'agency')}, generate_series(1, shares_under(agreed, agency))`,
  ],
  receipts_of: [
    'id',
    `case when given then 'given' else '' end || case when received then 'received' else '' end || case when opened_by is null then '' else 'opened' end`,
    `receipts_of(${all('grants', 8)})`,
  ],
  receipts_today: ['id', `replace(waits, ' ', '')`, 'receipts_today(100)'],
  unconfirmed_share: ['$1', null, '(select) asked where unconfirmed_share($1) is not null'],
  messages_for_me: ['id', null, 'messages_for_me(100, false)'],
  may_wait: [
    '$1',
    'what',
    `may_wait(), lateral (select 'unread' from generate_series(1, unread) union all
      select what from (values ('recalls', recalls), ('requests', requests), ('searches', searches), ('alerts', alerts), ('messages', messages), ('emergencies', emergencies)) of (what, waits) where waits) of (what)`,
  ],
  urgent_for_me: ['alert_id', `case when case_id is null then 'hidden' else 'here' end`, 'urgent_for_me()'],
}

export const namesOfFunctions: string[] = Object.keys(answers)

/** One statement for each function, which gives its name, and of each row the id and what else tells it. */
export const askedOfFunctions: string[] = Object.entries(answers).map(
  ([name, [id, other, from]]) => `select '${name}' as name, ${id} as id, ${other ?? 'null'} as other from ${from}`,
)
