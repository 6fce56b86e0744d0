/** Whether the rules let the worker change a row, asked of the rules themselves before a form for it is begun. */
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { Forbidden } from './errors.ts'
import type { DB } from './tables.ts'

/**
 * Throws Forbidden with this sentence when the rules would refuse every change of the row, or it is hidden.
 * To a row that is to be locked PostgreSQL applies the rule for changing it, so that the rule is said nowhere else. A lock as light as this keeps nobody waiting who amends the row.
 * @example await mayChange(db, 'aims', id, 'Only those who work in this case change its aims.')
 */
export async function mayChange(db: Db, table: keyof DB, id: string, otherwise: string): Promise<void> {
  const { rows } = await sql`select id from ${sql.table(table)} where id = ${id} for key share`.execute(db)
  if (rows.length === 0) throw new Forbidden(otherwise)
}
