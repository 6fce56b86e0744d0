// A table that becomes cards on a phone; columns sort at once when all rows are here.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { AskRule, AskWho } from './who.tsx'

export type Column<T> = {
  title: string
  cell: (row: T) => Child
  /** By what the column sorts without asking the server; for tables that are never paged and hold no forms. */
  sortBy?: ((row: T) => string | number) | undefined
  numeric?: boolean | undefined
  /** The cell that names the row; at most one. */
  heading?: boolean | undefined
  /** Left out on a phone. */
  spare?: boolean | undefined
  /** Words that a phone shows without their heading, in one line with others like them: they say themselves what they are, or need a word after them. A tag is no word: it would stand now in the line, now below it. */
  plain?: true | ((row: T) => string) | undefined
}

type TableProps<T> = {
  /** For screen readers: a heading says it already. */
  caption: string
  columns: Column<T>[]
  rows: T[]
  empty?: Child
  /** Stays a table on a phone, because its columns are read against each other. */
  compared?: boolean | undefined
  /** Where it is told who can read a row; asked in the cell that names it. */
  who?: ((row: T) => string | undefined) | undefined
  /** The tables whose rules say who can read the rows, where they all go by one rule. */
  rule?: string[] | undefined
}

/**
 * A table.
 * @example <Table caption="Cases" rows={cases} columns={[{ title: 'Case', heading: true, cell: c => <a href={caseLink(c)}>{c.title}</a> }]} />
 */
export function Table<T>({ caption, columns, rows, empty, compared, who, rule }: TableProps<T>) {
  if (rows.length === 0 && empty) return <>{empty}</>
  return (
    <>
      <table
        class={classes('govuk-table kith-table', compared ? 'kith-table--compared' : 'kith-table--cards')}
        data-module={columns.some(column => column.sortBy) ? 'moj-sortable-table' : undefined}
      >
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr>
            {columns.map(column => (
              <Heading column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr class="govuk-table__row">
              {columns.map(column => (
                <Cell column={column} row={row} who={who} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rule ? <AskRule rule={rule} /> : null}
    </>
  )
}

function Heading<T>({ column }: { column: Column<T> }) {
  return (
    <th scope="col" class={cellClass('govuk-table__header', column)} aria-sort={column.sortBy ? 'none' : undefined}>
      {column.title}
    </th>
  )
}

function Cell<T>({ column, row, who }: { column: Column<T>; row: T; who: TableProps<T>['who'] }) {
  const inside = column.cell(row)
  if (column.heading) {
    return (
      <th scope="row" class={cellClass('govuk-table__cell kith-table__name', column)} data-sort-value={column.sortBy?.(row)}>
        {inside}
        {who ? <AskWho who={who(row)} /> : null}
      </th>
    )
  }
  return (
    <td
      class={cellClass('govuk-table__cell', column)}
      data-title={column.plain ? undefined : column.title}
      data-unit={typeof column.plain === 'function' ? column.plain(row) : undefined}
      data-sort-value={column.sortBy?.(row)}
    >
      <div>{inside}</div>
    </td>
  )
}

function cellClass<T>(base: string, column: Column<T>): string {
  return classes(base, column.numeric && 'kith-table__number', column.spare && 'kith-table__spare', column.plain && 'kith-table__plain')
}
