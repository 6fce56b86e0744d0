/** Statements such as Kith sends. What differs from world to world is given along, so that PostgreSQL plans each statement once for thousands of them. */
import { idOf, type Row } from './ids.ts'

/** A statement with the values that it takes in turn, as $1, $2, … */
export interface Statement {
  statement: string
  given: unknown[]
}

/**
 * A row that is added.
 * @example add('aims', { title: 'A safe home' })
 */
export function add(table: string, row: Row): Statement {
  const columns = Object.keys(row).join(', ')
  return { statement: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, given: [row] }
}

/** A row of the world that is changed, named by its place. */
export const change = (table: string, place: number, row: Row): Statement => changeWhere(table, { id: idOf(table, place) }, row)

/**
 * A row that is changed, named by the columns that tell it from others.
 * @example changeWhere('drafts', { worker_id, key }, { body: {} })
 */
export function changeWhere(table: string, which: Row, row: Row): Statement {
  const changes = Object.keys(row).map(column => `${column} = given.${column}`)
  return {
    statement: `update ${table} set ${changes.join(', ')} from jsonb_populate_record(null::${table}, $1) given where ${isOne(table, which, 2)}`,
    given: [row, ...Object.values(which)],
  }
}

/** A row that is removed. */
export const remove = (table: string, which: Row): Statement => ({
  statement: `delete from ${table} where ${isOne(table, which, 1)}`,
  given: Object.values(which),
})

const isOne = (table: string, which: Row, first: number): string =>
  Object.keys(which)
    .map((column, index) => `${table}.${column} = $${first + index}`)
    .join(' and ')
