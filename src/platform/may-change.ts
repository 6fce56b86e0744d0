/** Whether the rules let the worker change a row, asked of the rules themselves before a form for it is offered or begun. */
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { Forbidden } from './errors.ts'
import type { DB } from './tables.ts'

/**
 * Throws Forbidden with this sentence when the rules would refuse every change of the row, or it is hidden.
 * @example await mayChange(db, 'aims', id, 'Only those who work in this case change its aims.')
 */
export async function mayChange(db: Db, table: keyof DB, id: string, otherwise: string): Promise<void> {
  if (!(await isChangeable(db, table, id))) throw new Forbidden(otherwise)
}

/**
 * The same as an answer, for the link that leads to the form.
 * To a row that is to be locked PostgreSQL applies the rule for changing it, so that the rule is said nowhere else. A lock as light as this keeps nobody waiting who amends the row.
 * @example {(await isChangeable(db, 'places', id)) ? <LinkButton href={editLink}>Change</LinkButton> : null}
 */
export async function isChangeable(db: Db, table: keyof DB, id: string): Promise<boolean> {
  const { rows } = await sql`select id from ${sql.table(table)} where id = ${id} for key share`.execute(db)
  return rows.length > 0
}
