/** Writes db/access.md: every access rule as its English sentence, by slice and table, for people who must answer for it. */
import { type Rule, rules } from '../../src/rules.ts'
import { sliceOrder } from '../../src/slices.ts'

/** The page as it is committed. */
export function accessPage(comments: Map<string, string>): string {
  const all = rules()
  const bySlice = sliceOrder.map(slice =>
    section(
      slice,
      all.filter(rule => rule.slice === slice),
      comments,
    ),
  )
  return [`# Who may do what`, '', intro, '', ...bySlice.filter(text => text !== '')].join('\n').trimEnd().concat('\n')
}

const names: Record<string, string> = { kith_app: 'Workers', kith_rules: 'The rules', kith_auth: 'Sign-in' }
const named = (role: string): string => names[role] ?? `The system actor “${role.replace('kith_', '')}”`

const intro = `This page is generated from the rules themselves (src/slices/*/policies.sql): the sentence above each rule is here, and the rule below the sentence decides, in the database, for every page, list, search, export and job. What no rule allows is refused. A row that a worker may not see does not exist for them: it is not listed, counted, found or named.

Four rules are not repeated below. Every table can be read by the role that writes backups (kith_backup), and by no page. "The rules" (kith_rules) are the functions that work out access and keep the search index: nobody signs in as it. A system actor works by the clock, with no worker behind it: it has the rules that name it and no others, and no rule made for workers opens anything to it. A right that cannot be worked out (nobody is signed in, a worker has left, an agency is suspended, an id is unknown) is a no.`

function section(slice: string, found: Rule[], comments: Map<string, string>): string {
  if (found.length === 0) return ''
  const tables = [...new Set(found.map(rule => rule.table))]
  return [
    `## ${slice[0]?.toUpperCase()}${slice.slice(1)}`,
    '',
    ...tables.flatMap(table => [
      `### ${table}`,
      '',
      comments.get(table) ?? '',
      '',
      ...found.filter(rule => rule.table === table).map(rule => `- **${named(rule.who)} ${rule.does}.** ${rule.sentence}`),
      '',
    ]),
  ].join('\n')
}
