/** The timeline of a case: its first screen, the note box, and what happened. */
import type { Invalid } from '../../../platform/errors.ts'
import { entryKindName, programmeOf } from '../../../programmes/index.ts'
import { sentenceFor } from '../../../sentences.ts'
import { Columns, EmptyState, FilterBar, Pagination, Select, Tag, Timeline, type TimelineEntry, Marks } from '../../../ui/index.ts'
import {
  CaseAside,
  type CaseFacts,
  CaseFirstScreen,
  type CaseHead,
  caseLink,
  CasePage,
  ClosedNotice,
  WhoCanRead,
  whoLink,
} from '../../cases/index.ts'
import { UrgentNotice, type WaitingMessage } from '../../messages/index.ts'
import { type Receipt, UnconfirmedNotice } from '../../receipts/index.ts'
import { OpenedOnly, type PossibleReader } from '../../readers/index.ts'
import { correctionLink, lineName, openedEntryLink } from '../links.ts'
import type { EntryFilter, ReadEntry, SystemLine } from '../queries.ts'
import { entryIcon } from './icons.ts'
import { EntryForm } from './entry-form.tsx'

export type TimelineProps = {
  head: CaseHead
  facts: CaseFacts
  entries: ReadEntry[]
  lines: SystemLine[]
  filter: EntryFilter
  next?: string | undefined
  now: Date
  invalid?: Invalid | undefined
  /** Words typed into the note box earlier, on any device. */
  kept?: string | undefined
  /** Whom the names of readers may mean, when a note comes back to be mended. */
  found: PossibleReader[]
  unconfirmed?: Receipt | undefined
  /** Urgent messages about this case that wait for the reader, their teams or their agency. */
  urgent: WaitingMessage[]
}

/** The page `/cases/:id`. */
export function TimelinePage(props: TimelineProps) {
  const { head, facts, now, invalid, kept, found } = props
  return (
    <CasePage head={head} here="timeline">
      <UrgentNotice messages={props.urgent} now={now} />
      <UnconfirmedNotice receipt={props.unconfirmed} now={now} />
      <CaseFirstScreen head={head} facts={facts} now={now} />
      <Columns aside={<CaseAside head={head} facts={facts} />}>
        <ClosedNotice head={head} />
        {head.mayContribute ? <EntryForm head={head} people={facts.people} invalid={invalid} kept={kept} found={found} /> : null}
        <TimelineFilter {...props} />
        <Timeline now={now} entries={timelineEntries({ ...props, lastLook: facts.lastLook })} empty={<Empty filter={props.filter} />} />
        <Pagination previous={newestLink(props)} next={props.next} shown={props.entries.length} noun="entries" byTime />
      </Columns>
    </CasePage>
  )
}

/** From an older page back to the top of the same list; nothing on the first page. */
function newestLink({ head, filter: { before, kind, words } }: TimelineProps): string | undefined {
  const query = new URLSearchParams({ ...(kind && { kind }), ...(words && { words }) }).toString()
  return before && `${caseLink(head.id)}${query ? `?${query}` : ''}`
}

function TimelineFilter({ head, filter }: TimelineProps) {
  const kinds = programmeOf(head).entryKinds
  const active = [
    filter.kind && (kinds.find(kind => kind.key === filter.kind)?.name ?? filter.kind),
    filter.words && `“${filter.words}”`,
  ].filter((label): label is string => Boolean(label))
  return (
    <FilterBar
      action={caseLink(head.id)}
      search={{ name: 'words', label: 'Find in this timeline', value: filter.words }}
      active={active.map(label => ({ label, removeHref: caseLink(head.id) }))}
    >
      <Select
        name="kind"
        label="Kind"
        value={filter.kind}
        empty="All kinds"
        choices={kinds.map(kind => ({ value: kind.key, label: kind.name }))}
      />
    </FilterBar>
  )
}

function Empty({ filter }: { filter: EntryFilter }) {
  if (filter.kind || filter.words)
    return (
      <EmptyState icon="search" title="Nothing found">
        No entry here matches. Take the filter off to see everything.
      </EmptyState>
    )
  return (
    <EmptyState icon="note" title="Nothing written yet">
      Notes, visits, calls and decisions will be listed here, newest first.
    </EmptyState>
  )
}

/** Entries and system lines in one order, newest first. */
export function timelineEntries({
  head,
  entries,
  lines,
  lastLook,
  opened = false,
}: Pick<TimelineProps, 'head' | 'entries' | 'lines'> & { lastLook?: Date | undefined; opened?: boolean }): TimelineEntry[] {
  const written = entries.map(entry => asEntry(head, entry, lastLook, opened))
  const done = lines.flatMap(line => asLine(line) ?? [])
  return [...written, ...done].sort((a, b) => Number(b.happenedAt) - Number(a.happenedAt))
}

function asEntry(head: CaseHead, entry: ReadEntry, lastLook: Date | undefined, opened: boolean): TimelineEntry {
  const shut = entry.restricted && !opened
  const late = entry.recordedAt.getTime() - entry.occurredAt.getTime() > 12 * 3_600_000
  return {
    id: `entry-${entry.id}`,
    kind: entryKindName(head, entry.kind),
    icon: entryIcon(entry.kind),
    happenedAt: entry.occurredAt,
    writtenAt: late ? entry.recordedAt : undefined,
    author: entry.authorName,
    agency: entry.agencyName,
    body: shut ? <OpenedOnly href={openedEntryLink(head.id, entry.id)} /> : paragraphs(entry.body),
    corrects:
      entry.oldBody === null
        ? undefined
        : { body: entry.oldBody, reason: entry.correctionReason, at: entry.oldRecordedAt ?? entry.recordedAt, by: entry.authorName },
    fresh: lastLook !== undefined && entry.recordedAt > lastLook,
    tags: (
      <>
        <Marks mark={{ ...entry, restricted: opened && entry.restricted }} sides={programmeOf(head).sides} />
        {entry.grade ? <Tag>{entry.grade}</Tag> : null}
      </>
    ),
    foot: (
      <>
        {entry.people.length > 0 ? <span>about {entry.people.join(', ')}</span> : null}
        {head.mayContribute && !shut ? <a href={correctionLink(head.id, entry.id)}>Correct</a> : null}
        <WhoCanRead what="entry" id={entry.id} />
      </>
    ),
  }
}

function asLine(line: SystemLine): TimelineEntry | undefined {
  const sentence = sentenceFor(line)
  return sentence
    ? {
        id: lineName(line.id),
        happenedAt: line.at,
        author: line.by,
        system: true,
        title: `${line.by} ${sentence}`,
        who: whoLink('deed', line.id),
      }
    : undefined
}

const paragraphs = (text: string) => text.split(/\n{2,}/).map(part => <p class="kith-written">{part}</p>)
