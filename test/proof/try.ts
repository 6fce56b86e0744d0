/** Tries what workers want to do, by such statements as Kith sends for it, and leaves nothing behind. */
import type pg from 'pg'
import { idOf } from './ids.ts'
import { statementFor } from './statements.ts'
import type { World } from './world.ts'

/** Makes the function that tries one deed; call once in a database in which worlds are laid. */
export const readyToTry = (client: pg.ClientBase): Promise<unknown> => client.query(tries)

/** Which deeds PostgreSQL let happen: no refusal, and at least one row touched. */
export async function happens(client: pg.ClientBase, world: World): Promise<boolean[]> {
  const wanted = world.deeds.map(deed => ({ by: idOf('workers', deed.by), ...statementFor(world, deed) }))
  const { rows } = await client.query<{ happened: boolean }>({
    name: 'tries',
    text: 'select proof_tries(by, statement, given) as happened from jsonb_to_recordset($1) as deed(by uuid, statement text, given jsonb)',
    values: [JSON.stringify(wanted)],
  })
  return rows.map(({ happened }) => happened)
}

/** Each deed is tried through the same door as every request, and undone. Where a row like it stands already, a rule had let it pass. */
const tries = `create or replace function proof_tries(by uuid, statement text, given jsonb) returns boolean language plpgsql as $$
declare
  touched int := 0;
begin
  begin
    perform from enter_worker(by);
    if not found then return false; end if;
    execute statement using given;
    get diagnostics touched = row_count;
    raise exception using errcode = 'KITH0';
  exception
    when sqlstate 'KITH0' then return touched > 0;
    when insufficient_privilege or foreign_key_violation then return false;
    when unique_violation then return true;
  end;
end $$`
