/** One entry on a page of its own: where a restricted one is opened. */
import { BackLink, Card, Timeline } from '../../../ui/index.ts'
import { type CaseHead, caseLink, CasePage } from '../../cases/index.ts'
import type { ReadEntry } from '../queries.ts'
import { timelineEntries } from './timeline-page.tsx'

/** The page `/cases/:id/entries/:entry`. */
export function EntryPage({ head, entry, now }: { head: CaseHead; entry: ReadEntry; now: Date }) {
  return (
    <CasePage head={head} here="timeline">
      <BackLink href={caseLink(head.id)} label="The whole timeline" />
      <Card>
        <Timeline now={now} label="Entry" entries={timelineEntries({ head, entries: [entry], lines: [], opened: true })} />
        {entry.restricted ? <p class="kith-none">Restricted to named readers. That you opened it is logged.</p> : null}
      </Card>
    </CasePage>
  )
}
