/** Lays the access rules: the files of the slices, whole, whenever what is in force is not exactly what they say. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { programmes } from '../programmes/index.ts'
import { sliceOrder } from '../slices.ts'
import { root } from './root.ts'

/**
 * Sees that the rules in force are those of the files, in the transaction that is open. What is in force already is left alone: laying a rule needs its table
 * to itself, and another process of Kith may be at work. Whatever the files say and somebody altered by hand is laid again, with all the rest.
 */
export async function layRules(client: pg.Client): Promise<void> {
  const files = await readRules()
  const said = hashOf([dropAll, ...files, closeAll, JSON.stringify(programmes)])
  await client.query('create table if not exists kith_meta.rules (said text not null, in_force text not null)')
  const laid = await client.query<{ said: string; inForce: string }>('select said, in_force as "inForce" from kith_meta.rules')
  if (laid.rows[0]?.said === said && laid.rows[0].inForce === (await inForce(client))) return
  await client.query(dropAll)
  for (const text of files) await client.query(text)
  await client.query(closeAll)
  await layProgrammes(client)
  await client.query('delete from kith_meta.rules')
  await client.query('insert into kith_meta.rules (said, in_force) values ($1, $2)', [said, await inForce(client)])
}

async function readRules(): Promise<string[]> {
  const texts: string[] = []
  for (const slice of sliceOrder) {
    const folder = join(root, 'src/slices', slice)
    const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
    for (const name of names) texts.push(await readFile(join(folder, name), 'utf8'))
  }
  return texts
}

const hashOf = (texts: string[]): string => createHash('sha256').update(texts.join('\0')).digest('hex')

/** A fingerprint of everything in the database that decides who may do what, as PostgreSQL itself keeps it. */
async function inForce(client: pg.Client): Promise<string> {
  // Every table has a rule that lets backups read it; the owner has none.
  await client.query('set local role kith_backup')
  const { rows } = await client.query<{ fingerprint: string }>(fingerprint)
  await client.query('reset role')
  return rows[0]?.fingerprint ?? ''
}

// Parts of a divided table come by the month and have no door of their own; one that has would be told.
const fingerprint = `select md5(string_agg(line, e'\\n' order by line collate "C")) as fingerprint from (
  select concat_ws(' ', 'rule', polrelid::regclass, polname, polcmd, polpermissive, polroles::regrole[], pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) as line from pg_policy
  union all
  select concat_ws(' ', 'table', oid::regclass, relkind, relowner, relrowsecurity, relforcerowsecurity, array(select unnest(relacl)::text order by 1)) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') and not relispartition
  union all
  select concat_ws(' ', 'open part', oid::regclass) from pg_class
    where relispartition and relkind = 'r' and (not relrowsecurity or not relforcerowsecurity or exists (select from aclexplode(relacl) where grantee <> relowner))
  union all
  select concat_ws(' ', 'column', attrelid::regclass, attname, array(select unnest(attacl)::text order by 1)) from pg_attribute where attacl is not null and attrelid::regclass::text not like 'pg\\_%'
  union all
  select concat_ws(' ', 'function', oid::regprocedure, proowner, prosecdef, provolatile, proparallel, proconfig, array(select unnest(proacl)::text order by 1), prosrc, prosqlbody) from pg_proc
    where pronamespace = 'public'::regnamespace
  union all
  select concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled, tgtype, tgfoid::regprocedure, tgqual) from pg_trigger where not tgisinternal and tgparentid = 0
  union all
  select concat_ws(' ', 'view', ev_class::regclass, pg_get_viewdef(ev_class)) from pg_rewrite where ev_class in (select oid from pg_class where relnamespace = 'public'::regnamespace)
  union all
  select concat_ws(' ', 'programme', programmes) from programmes) lines`

/** Takes every rule and every right away. */
const dropAll = `do $$ declare rule record; name text; begin
    for rule in select policyname, tablename from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on %I', rule.policyname, rule.tablename);
    end loop;
    for name in select rolname from pg_roles where rolname like 'kith\\_%' and rolname <> current_user loop
      execute format('revoke all on all tables in schema public from %I', name);
    end loop;
  end $$`

/** Shuts every table to whoever no rule lets in. */
const closeAll = `do $$ declare name text; begin
    for name in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') loop
      execute format('alter table %I enable row level security', name);
      execute format('alter table %I force row level security', name);
      -- A part of a divided table has no door of its own.
      continue when (select relispartition from pg_class where oid = name::regclass);
      execute format('create policy backup on %I for select to kith_backup using (true)', name);
      execute format('grant select on %I to kith_backup', name);
    end loop;
  end $$`

async function layProgrammes(client: pg.Client): Promise<void> {
  for (const programme of programmes) {
    await client.query('alter table programmes no force row level security')
    await client.query(
      `insert into programmes (key, version, name, definition, sides, never_learns) values ($1, $2, $3, $4, $5, $6)
      on conflict (key, version) do update set name = excluded.name, definition = excluded.definition, sides = excluded.sides, never_learns = excluded.never_learns`,
      [
        programme.key,
        programme.version,
        programme.name,
        JSON.stringify(programme),
        programme.sides?.map(side => side.key) ?? [],
        programme.neverLearns,
      ],
    )
    await client.query('alter table programmes force row level security')
  }
}
