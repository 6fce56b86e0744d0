/** Each policy broken in turn: taken away, or loosened so that it lets everything pass. */
import type pg from 'pg'
import { rules } from '../../../src/rules.ts'

export interface Mutation {
  /** Which rule is broken and how, in words; no two are alike. */
  name: string
  /** The table or function that the rule stands on. */
  of: string
  /** The slices whose tests ought to notice. */
  slices: string[]
  statements: string
  /** Whether it must be broken before a world is laid to show. */
  isLaid?: boolean
}

interface Rule {
  table: string
  name: string
  role: string
  does: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'
  using: string | null
  check: string | null
}

/** Every way in which the policies of every table can be broken, one at a time. */
export async function brokenPolicies(client: pg.ClientBase): Promise<Mutation[]> {
  const { rows } = await client.query<Rule>(`select tablename as "table", policyname as name, array_to_string(roles, ' ') as role,
    cmd as does, qual as "using", with_check as "check" from pg_policies where schemaname = 'public' and policyname <> 'backup' order by 1, 2`)
  return [backup, ...rows.flatMap(rule => [taken(rule), ...loosened(rule)])]
}

/** The one rule that is alike on every table is laid by a loop, and so broken at once. */
const backup: Mutation = {
  name: 'every table: "backup" taken away',
  of: 'backup',
  slices: [],
  statements: `do $$ declare rule record; begin
    for rule in select tablename from pg_policies where schemaname = 'public' and policyname = 'backup' loop
      execute format('drop policy backup on %I', rule.tablename);
    end loop;
  end $$`,
}

const stated = rules()
const broken = ({ table, name, role }: Rule, what: string, statements: string): Mutation => ({
  name: `${table}: "${name}"${role === 'kith_app' ? '' : ` for ${role}`} ${what}`,
  of: table,
  slices: stated.filter(rule => rule.table === table && rule.name === name).map(rule => rule.slice),
  statements,
})

const taken = (rule: Rule): Mutation => broken(rule, 'taken away', `drop policy ${rule.name} on ${rule.table}`)

/** A change is checked twice, before and after: letting everything be touched shows only when everything is accepted too. */
function loosened(rule: Rule): Mutation[] {
  const { table, name, does, using, check } = rule
  const to = (what: string, clauses: string): Mutation => broken(rule, what, `alter policy ${name} on ${table} ${clauses}`)
  const accepting = check === null || check === 'true' ? [] : [to('accepts everything', 'with check (true)')]
  if (does === 'INSERT') return accepting
  if (using === 'true') return accepting
  if (does === 'SELECT' || does === 'DELETE') return [to('touches everything', 'using (true)')]
  return [to('touches and accepts everything', 'using (true) with check (true)'), ...accepting]
}
