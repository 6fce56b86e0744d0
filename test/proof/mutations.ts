/** Each rule broken in turn: taken away, or loosened so that it lets everything pass. */
import type pg from 'pg'

export interface Mutation {
  name: string
  table: string
  statement: string
}

interface Rule {
  table: string
  name: string
  does: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL'
  using: string | null
  check: string | null
}

/** Every way in which the rules for workers can be broken, one at a time. */
export async function mutations(client: pg.ClientBase): Promise<Mutation[]> {
  const { rows } =
    await client.query<Rule>(`select tablename as "table", policyname as name, cmd as does, qual as "using", with_check as "check"
    from pg_policies where schemaname = 'public' and roles = '{kith_app}' order by 1, 2`)
  return rows.flatMap(rule => [taken(rule), ...loosened(rule)])
}

const taken = ({ table, name }: Rule): Mutation => ({
  name: `${table}: "${name}" taken away`,
  table,
  statement: `drop policy ${name} on ${table}`,
})

/** A change is checked twice, before and after: letting everything be touched shows only when everything is accepted too. */
function loosened({ table, name, does, using, check }: Rule): Mutation[] {
  const broken = (what: string, clauses: string): Mutation => ({
    name: `${table}: "${name}" ${what}`,
    table,
    statement: `alter policy ${name} on ${table} ${clauses}`,
  })
  if (does === 'INSERT') return check === 'true' ? [] : [broken('accepts everything', 'with check (true)')]
  if (does !== 'UPDATE') return using === 'true' ? [] : [broken('touches everything', 'using (true)')]
  const accepting = check === null ? [] : [broken('accepts everything', 'with check (true)')]
  return [broken('touches and accepts everything', 'using (true) with check (true)'), ...accepting]
}
