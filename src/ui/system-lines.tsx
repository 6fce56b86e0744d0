// The quiet lines that Kith itself writes in a timeline; many on end fold into one, so that they never hide what people wrote.
import { useContext } from '#jsx/contexts'
import { classes } from './classes.ts'
import { timeOf } from './dates.ts'
import { Surroundings } from './surroundings.ts'
import type { TimelineEntry } from './timeline.tsx'
import { AskWho } from './who.tsx'

const most = 3

/**
 * Lines of one day that nobody's words stand between.
 * @example <SystemLines entries={run} />
 */
export function SystemLines({ entries }: { entries: TimelineEntry[] }) {
  const lines = entries.map(entry => <Line entry={entry} />)
  if (entries.length <= most) return <>{lines}</>
  return (
    // Named by its oldest line: news comes on top, and an open fold stays open.
    <details class="kith-run" id={`${entries.at(-1)?.id}-run`} open={useContext(Surroundings).who?.on}>
      <summary class="kith-entry kith-entry--system">
        <span class="kith-run__words">{wordsFor(entries)}</span>
        <span class="kith-entry__time">{timeOf(entries.at(-1)?.happenedAt ?? '')}</span>
      </summary>
      {lines}
    </details>
  )
}

function Line({ entry }: { entry: TimelineEntry }) {
  return (
    <div class={classes('kith-entry kith-entry--system', entry.fresh && 'kith-entry--fresh')} id={entry.id} data-live-item={entry.author}>
      <p>
        {entry.title ?? entry.body}
        <span class="kith-entry__time">{timeOf(entry.happenedAt)}</span>
      </p>
      <AskWho who={entry.who} />
    </div>
  )
}

function wordsFor(entries: TimelineEntry[]): string {
  const said = new Set(entries.map(entry => entry.title))
  const [first] = said
  return said.size === 1 && first ? `${first}, ${entries.length} times` : `${entries.length} small changes`
}
