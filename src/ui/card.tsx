// Panels that hold one subject each, and the columns they stand in.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'

type CardProps = {
  title?: string | undefined
  id?: string | undefined
  count?: number | string | undefined
  actions?: Child
  /** Drops the padding, for lists and tables that reach the edges. */
  flush?: boolean | undefined
  /** The warm edge: this one waits for a person today. */
  attention?: boolean | undefined
  /** As wide as a form wants to be. */
  narrow?: boolean | undefined
  level?: 2 | 3
  children?: Child
}

/**
 * A panel with a heading.
 * @example <Card title="Next" count={3} actions={<a href="/tasks">All tasks</a>}>…</Card>
 */
export function Card({ title, id, count, actions, flush, attention, narrow, level = 2, children }: CardProps) {
  const Heading = `h${level}` as 'h2'
  return (
    <section
      class={classes('kith-card', flush && 'kith-card--flush', attention && 'kith-card--attention', narrow && 'kith-card--narrow')}
      id={id}
    >
      {title ? (
        <div class="kith-card__head">
          <Heading class="kith-card__title">
            {title}
            {count === undefined ? null : <span class="kith-count">{count}</span>}
          </Heading>
          {actions ? <div class="kith-card__actions">{actions}</div> : null}
        </div>
      ) : null}
      <div class="kith-card__body">{children}</div>
    </section>
  )
}

/**
 * Two columns that become one on a narrow screen: the work, and what stands beside it.
 * @example <Columns aside={<Card title="Team">…</Card>}><Timeline … /></Columns>
 */
export function Columns({ aside, children }: { aside: Child; children?: Child }) {
  return (
    <div class="kith-columns">
      <div class="kith-columns__main">{children}</div>
      <div class="kith-columns__aside">{aside}</div>
    </div>
  )
}

/**
 * Cards in as many columns as fit.
 * @example <Grid><Card …/><Card …/></Grid>
 */
export function Grid({ children }: { children?: Child }) {
  return <div class="kith-grid">{children}</div>
}

/**
 * A plain stack with even gaps.
 * @example <Stack><Card …/><Card …/></Stack>
 */
export function Stack({ children }: { children?: Child }) {
  return <div class="kith-stack">{children}</div>
}

/**
 * Running text at a comfortable width, with lists and headings styled.
 * @example <Prose><p>…</p></Prose>
 */
export function Prose({ children }: { children?: Child }) {
  return <div class="kith-prose">{children}</div>
}
