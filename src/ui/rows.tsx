// A list of things one works through: title, a line about it, its state at the end.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { unbroken } from './unbroken.tsx'
import { AskRule, AskWho } from './who.tsx'

export type Row = {
  title: Child
  href?: string | undefined
  /** A second, quieter line. */
  about?: Child
  /** Stands before the title, such as a time or a face. */
  lead?: Child
  /** Stands at the end, such as a tag or a button. */
  end?: Child
  id?: string | undefined
  /** Where it is told who can read the row, when that is not told of where it leads. */
  who?: string | undefined
  attention?: boolean | undefined
}

type RowsProps = {
  rows: Row[]
  empty?: Child
  label?: string
  /** The tables whose rules say who can read the rows, where they all go by one rule. */
  rule?: string[]
}

/**
 * A list of rows. With none, shows `empty`.
 * @example <Rows rows={tasks.map(task => ({ title: task.title, href: taskLink(task), end: <DueTag … /> }))} empty={<EmptyState … />} />
 */
export function Rows({ rows, empty, label, rule }: RowsProps) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <>
      <ul class="kith-rows" aria-label={label}>
        {rows.map(row => (
          <OneRow row={row} ruled={Boolean(rule)} />
        ))}
      </ul>
      {rule ? <AskRule rule={rule} /> : null}
    </>
  )
}

function OneRow({ row, ruled }: { row: Row; ruled: boolean }) {
  return (
    <li class={classes('kith-row', row.attention && 'kith-row--attention')} id={row.id}>
      {row.lead ? <div class="kith-row__lead">{row.lead}</div> : null}
      <div class="kith-row__words">
        {row.href ? (
          <a class="kith-row__title" href={row.href}>
            {unbroken(row.title)}
          </a>
        ) : (
          <span class="kith-row__title">{unbroken(row.title)}</span>
        )}
        {row.about ? <div class="kith-row__about">{unbroken(row.about)}</div> : null}
        {ruled ? null : <AskWho who={row.who} href={row.href} />}
      </div>
      {row.end ? <div class="kith-row__end">{row.end}</div> : null}
    </li>
  )
}
