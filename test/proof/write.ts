/** Statements such as Kith sends, each with the row that it writes. */
import { idOf, type Row } from './ids.ts'

/** A statement that takes a row as its only value. */
export interface Statement {
  statement: string
  given: Row
}

/**
 * A row that is added.
 * @example add('aims', { title: 'A safe home' })
 */
export function add(table: string, row: Row): Statement {
  const columns = Object.keys(row).join(', ')
  return { statement: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`, given: row }
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
    statement: `update ${table} set ${changes.join(', ')} from jsonb_populate_record(null::${table}, $1) given where ${isOne(table, which)}`,
    given: row,
  }
}

/** A row that is removed. The row given is not read. */
export const remove = (table: string, which: Row): Statement => ({
  statement: `delete from ${table} where ${isOne(table, which)} and $1 is not null`,
  given: {},
})

const isOne = (table: string, which: Row): string =>
  Object.entries(which)
    .map(([column, value]) => `${table}.${column} = '${value}'`)
    .join(' and ')
