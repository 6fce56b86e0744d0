/** Each function that decides, with one of its conditions left out at a time. */
import { globSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { withoutEach } from './conditions.ts'
import type { Mutation } from './policies.ts'

/** Those that say who may: what is asked of them by the policies, and by pages directly. */
const deciding = [
  ...['works_here', 'is_seated', 'in_force', 'is_party', 'principals_of', 'enter_worker', 'enter_session'],
  ...['my_agency_owns', 'my_access', 'my_access_to_people', 'my_cases', 'my_access_by_rules', 'my_access_to_people_by_rules'],
  ...['agreement_covers', 'reach_of', 'who_works_on', 'works_on'],
  ...['derive_access', 'shares_of', 'shares_under', 'i_may_give'],
  ...['hand_over_case', 'cases_led_by', 'side_is_of_the_case', 'lead_is_not_kept_out'],
  ...['named_for_me', 'may_name', 'corrects_one_about', 'correction_takes_the_mark'],
  ...['i_see_person', 'facts_open_to_me', 'i_see_place', 'i_see_file', 'messages_for_me', 'may_wait'],
  ...[
    'conflict_matters',
    'hides_an_address',
    'shut_again',
    'kept_out_of',
    'open_in_emergency',
    'only_in_emergency',
    'in_emergency',
    'i_may_review',
    'consent_covers',
  ],
  ...['open_now', 'works_side', 'known_through', 'record_open', 'people_like', 'people_alike', 'i_may_change', 'on_two_sides'],
  ...['i_see_restricted', 'agreement_binds', 'tell_of_search', 'still_reaches'],
  ...['works_with_us', 'added_by', 'amended_by', 'merge_told', 'recorded_by'],
  ...['one_person', 'tied_to_me', 'told_of_emergency', 'cases_left_behind'],
]

/** Every way in which these functions can be loosened by leaving out one condition. */
export async function brokenFunctions(client: pg.ClientBase): Promise<Mutation[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select proname as name, pg_get_functiondef(p.oid) as definition from pg_proc p
    where pronamespace = 'public'::regnamespace and proname = any ($1) order by array_position($1, proname::text)`,
    [deciding],
  )
  const gone = deciding.filter(name => !rows.some(row => row.name === name))
  if (gone.length > 0) throw new Error(`There is no function ${gone[0]} any more: take it off the list of those that decide.`)
  return rows.flatMap(loosened)
}

/** What only finds the row that is asked about decides nothing: “p.id = which”. */
const finds = /^[\w.]+ = [\w.]+$/

function loosened({ name, definition }: { name: string; definition: string }): Mutation[] {
  const [head = '', body = '', tail = ''] = definition.split(/(?<=AS \$function\$)|(?=\$function\$\s*$)/)
  return withoutEach(body).flatMap(({ left, sql }, index) => {
    if (finds.test(left)) return []
    return [
      {
        name: `${name}: ${index + 1}. without “${left}”`,
        of: name,
        slices: slicesWith(name),
        statements: head + sql + tail,
        isLaid: laid.has(name),
      },
    ]
  })
}

/** What derives rows decides while a world is laid, not when it is asked about. */
const laid = new Set(['derive_access', 'shut_again', 'side_is_of_the_case'])

const slicesWith = (name: string): string[] =>
  globSync('src/slices/*/*.sql')
    .filter(file => readFileSync(file, 'utf8').includes(`function ${name}(`))
    .map(file => file.split(/[\\/]/)[2] ?? '')
