// The chronology: what happened, when, who wrote it for which agency; corrections show what they replaced.
import type { Child } from '#jsx/element'
import { classes } from './classes.ts'
import { day, dayAndTime, isoDay, type Moment, near, timeOf } from './dates.ts'
import { Icon, type IconName } from './icon.tsx'
import { SystemLines } from './system-lines.tsx'

export type TimelineEntry = {
  id: string
  /** The kind in words: Note, Visit, Call, Decision. A system line has none. */
  kind?: string | undefined
  icon?: IconName | undefined
  happenedAt: Moment
  /** Given when it was written down much later than it happened. */
  writtenAt?: Moment | undefined
  author: string
  agency?: string | undefined
  title?: string | undefined
  body?: Child
  /** A quiet line written by Kith itself: "Tom shared this with Housing". */
  system?: boolean | undefined
  /** This entry replaces an older one. */
  corrects?: { body: Child; reason: string; at: Moment; by: string } | undefined
  /** A newer entry replaced this one. */
  replaced?: boolean | undefined
  /** Written since the reader last looked. */
  fresh?: boolean | undefined
  tags?: Child
  /** Where it is told who can read a system line. */
  who?: string | undefined
  /** The line about who can read it, and what one can do with it. */
  foot?: Child
}

/**
 * A chronology, newest first as given, under day headings.
 * @example <Timeline now={now} entries={entries} empty={<EmptyState … />} />
 */
export function Timeline({
  entries,
  now,
  empty,
  label = 'Timeline',
}: {
  entries: TimelineEntry[]
  now: Moment
  empty?: Child
  label?: string
}) {
  if (entries.length === 0) return <>{empty}</>
  return (
    <section class="moj-timeline kith-timeline" aria-label={label}>
      {byDay(entries).map(([date, group]) => (
        <div class="kith-timeline__day">
          <h2 class="kith-timeline__date">
            {near(date, isoDay(now)) ? <strong>{near(date, isoDay(now))}</strong> : null} {day(date)}
          </h2>
          {inRuns(group).map(run => (run[0]?.system ? <SystemLines entries={run} /> : run.map(entry => <Entry entry={entry} />)))}
        </div>
      ))}
    </section>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const time = timeOf(entry.happenedAt)
  return (
    <article
      class={classes('moj-timeline__item kith-entry', entry.fresh && 'kith-entry--fresh', entry.replaced && 'kith-entry--replaced')}
      id={entry.id}
      data-live-item={entry.author}
      aria-label={[entry.kind, entry.title].filter(Boolean).join(' ')}
    >
      <span class="kith-entry__mark">
        <Icon name={entry.icon ?? 'note'} size={15} />
      </span>
      <header class="kith-entry__head">
        <h3 class="kith-entry__title">
          {entry.kind ? <span class="kith-entry__kind">{entry.kind}</span> : null} {entry.title}
        </h3>
        {entry.fresh ? <span class="kith-entry__new">New</span> : null}
        {entry.tags}
        <a class="kith-entry__time" href={`#${entry.id}`}>
          {time || 'all day'}
        </a>
      </header>
      {entry.replaced ? <p class="kith-entry__replaced">Replaced by a correction.</p> : null}
      <div class="moj-timeline__description kith-entry__body">{entry.body}</div>
      {entry.corrects ? <Correction {...entry.corrects} /> : null}
      <footer class="kith-entry__foot">
        <span>
          {entry.author}
          {entry.agency ? `, ${entry.agency}` : ''}
        </span>
        {entry.writtenAt ? <span>written {dayAndTime(entry.writtenAt)}</span> : null}
        {entry.foot}
      </footer>
    </article>
  )
}

function Correction({ body, reason, at, by }: NonNullable<TimelineEntry['corrects']>) {
  return (
    <details class="kith-correction">
      <summary>
        <Icon name="pencil" size={14} /> Corrected by {by}: {reason}
      </summary>
      <div class="kith-correction__old">
        <p class="kith-correction__label">Before {dayAndTime(at)} it said:</p>
        <del>{body}</del>
      </div>
    </details>
  )
}

function byDay(entries: TimelineEntry[]): [string, TimelineEntry[]][] {
  const groups = new Map<string, TimelineEntry[]>()
  for (const entry of entries) {
    const key = isoDay(entry.happenedAt)
    const group = groups.get(key)
    if (group) group.push(entry)
    else groups.set(key, [entry])
  }
  return [...groups]
}

/** What Kith wrote by itself stands together, apart from what people wrote. */
function inRuns(entries: TimelineEntry[]): TimelineEntry[][] {
  const runs: TimelineEntry[][] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    if (last && Boolean(last[0]?.system) === Boolean(entry.system)) last.push(entry)
    else runs.push([entry])
  }
  return runs
}
