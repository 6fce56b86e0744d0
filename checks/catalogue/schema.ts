/** Writes db/schema.sql: the database as it stands after all migrations and rules, read back from its own catalogue. */
import type pg from 'pg'

/** The roles that rules are made for: all of Kith's own save its owner and the one that writes backups. */
const ours = `grantee like 'kith\\_%' and grantee not in ('kith_owner', 'kith_backup')`

const parts: [string, string][] = [
  [
    'Tables',
    `select format(E'-- %s\\ncreate table %s (\\n%s\\n);', coalesce(obj_description(c.oid), ''), c.relname,
      (select string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
        coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum)
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)) as line
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`,
  ],
  [
    'Constraints',
    `select format('alter table %s add constraint %s %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where connamespace = 'public'::regnamespace and conrelid <> 0 and contype <> 'n' and not (select relispartition from pg_class where oid = conrelid) order by conrelid::regclass::text, conname`,
  ],
  [
    'Indexes',
    `select indexdef || ';' as line from pg_indexes where schemaname = 'public' and not (select relispartition from pg_class where oid = to_regclass(format('%I.%I', schemaname, tablename))) order by tablename, indexname`,
  ],
  [
    'Functions',
    `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by p.proname, p.oid::regprocedure::text`,
  ],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'public'::regnamespace and not t.tgisinternal and not c.relispartition order by c.relname, t.tgname`,
  ],
  [
    'Rules',
    `select format('create policy %s on %s%s for %s to %s%s%s;', policyname, tablename, case permissive when 'RESTRICTIVE' then ' as restrictive' else '' end, lower(cmd), array_to_string(roles, ', '),
      coalesce(' using ' || qual, ''), coalesce(' with check ' || with_check, '')) as line
    from pg_policies where schemaname = 'public' and policyname <> 'backup' order by tablename, policyname`,
  ],
  [
    'Rights',
    `select format('grant %s on %s to %s;', string_agg(distinct lower(privilege_type), ', '), table_name, grantee) as line
    from information_schema.table_privileges where table_schema = 'public' and ${ours} group by table_name, grantee order by table_name, grantee`,
  ],
  [
    'Rights to columns',
    `select format('grant %s (%s) on %s to %s;', lower(privilege_type), string_agg(column_name, ', ' order by column_name), table_name, grantee) as line
    from information_schema.column_privileges p where table_schema = 'public' and ${ours}
      and not exists (select from information_schema.table_privileges t where t.table_schema = 'public' and t.table_name = p.table_name and t.grantee = p.grantee and t.privilege_type = p.privilege_type)
    group by privilege_type, table_name, grantee order by table_name, grantee, privilege_type`,
  ],
]

/** The text of db/schema.sql. */
export async function schemaPage(client: pg.Client): Promise<string> {
  const sections: string[] = [
    '-- Generated from a migrated database: read it, do not run it. Every table has row-level security enabled and forced.',
  ]
  for (const [title, query] of parts) {
    const { rows } = await client.query<{ line: string }>(query)
    sections.push(`\n-- ${title}\n\n${rows.map(row => row.line).join(title === 'Tables' || title === 'Functions' ? '\n\n' : '\n')}`)
  }
  return `${sections.join('\n')}\n`
}

/** What each table is, from its comment. */
export async function tableComments(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; said: string }>(`select relname as name, obj_description(oid) as said
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and obj_description(oid) is not null`)
  return new Map(rows.map(row => [row.name, row.said]))
}
