/** Every table has forced row-level security, a rule with a sentence, and a policy test that names it; every function that acts for others is safe to call. */
import { rules } from '../src/rules.ts'
import { onMigratedDatabase } from './catalogue/database.ts'
import { filesOf, finish } from './say.ts'

const tests = filesOf('src/slices/*/policies.test.{ts,tsx}')
  .map(({ text }) => text)
  .join('\n')
const stated = rules()
const faults = await onMigratedDatabase(async client => {
  const tables = await client.query<{
    name: string
    forced: boolean
    part: boolean
  }>(`select relname as name, relrowsecurity and relforcerowsecurity as forced, relispartition as part
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  const unsafe = await client.query<{
    name: string
  }>(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and not exists (select from unnest(coalesce(p.proconfig, '{}')) setting where setting like 'search_path=%')`)
  const wide = await client.query<{
    name: string
  }>(`select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
    and p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute')`)
  const views = await client.query<{
    name: string
  }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
    and not coalesce(reloptions @> array['security_invoker=true'], false)`)
  const bypassing = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname like 'kith%' and (rolbypassrls or rolsuper)`,
  )
  return [
    ...tables.rows.flatMap(({ name, forced, part }) => faultsOf(name, forced, part)),
    ...unsafe.rows.map(({ name }) => `${name} acts with other rights and must set its search_path.`),
    ...wide.rows.map(({ name }) => `${name} acts with other rights and can be called by anybody: revoke it from public.`),
    ...views.rows.map(({ name }) => `The view ${name} must be a security_invoker.`),
    ...bypassing.rows.map(({ name }) => `The role ${name} passes by the rules.`),
  ]
})
for (const rule of stated.filter(rule => rule.sentence.length < 10))
  faults.push(`The rule ${rule.name} on ${rule.table} has no sentence above it.`)
finish(faults)

/** A part of a divided table is reached through the whole alone, so that it has no rules of its own. */
function faultsOf(table: string, forced: boolean, part: boolean): string[] {
  const camel = table.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return [
    ...(forced ? [] : [`${table} has no forced row-level security.`]),
    ...(part || stated.some(rule => rule.table === table) ? [] : [`${table} has no rule.`]),
    ...(part || new RegExp(`['"\`](${table}|${camel})\\b`).test(tests) ? [] : [`${table} stands in no policies.test.ts.`]),
  ]
}
