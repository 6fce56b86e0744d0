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
  return rows.flatMap(rule => [taken(rule), ...(['using', 'check'] as const).flatMap(part => loosened(rule, part))])
}

const taken = ({ table, name }: Rule): Mutation => ({
  name: `${table}: "${name}" taken away`,
  table,
  statement: `drop policy ${name} on ${table}`,
})

function loosened({ table, name, ...parts }: Rule, part: 'using' | 'check'): Mutation[] {
  if (parts[part] === null || parts[part] === 'true') return []
  const clause = part === 'using' ? 'using (true)' : 'with check (true)'
  // Without a check of its own an update is checked by what it may touch; loosening one must not loosen the other.
  const kept = part === 'using' && parts.does === 'UPDATE' ? ` with check (${parts.check ?? parts.using})` : ''
  return [
    {
      name: `${table}: "${name}" ${part === 'using' ? 'touches' : 'accepts'} everything`,
      table,
      statement: `alter policy ${name} on ${table} ${clause}${kept}`,
    },
  ]
}
