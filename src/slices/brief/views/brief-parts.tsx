/** What changed, the last contacts, the next dates, and whom to ring. */
import { sentenceFor } from '../../../sentences.ts'
import { entryKindName, programmeOf } from '../../../programmes/index.ts'
import { AskRule, AskWho, Card, day, DueTag, isoDay, Marks, When } from '../../../ui/index.ts'
import { type CaseHead, caseLink, whoLink } from '../../cases/index.ts'
import { entryLink, openedEntryLink } from '../../chronology/index.ts'
import { OpenedOnly } from '../../readers/index.ts'
import { taskLink, toWhom } from '../../plan/index.ts'
import type { Brief } from '../queries.ts'

export type BriefProps = { head: CaseHead; brief: Brief; now: Date }

const mostShown = 4

/** What others wrote and did since the reader last looked. */
export function Changes({ head, brief: { changes }, now }: BriefProps) {
  if (!changes)
    return (
      <Card title="New to you">
        <p>
          You have not looked at this case before. <a href={caseLink(head.id)}>Read its timeline</a>.
        </p>
      </Card>
    )
  const done = changes.done.flatMap(line => {
    const did = sentenceFor({ kind: line.kind, by: line.by, about: line.about, detail: line.detail })
    return did ? [{ ...line, did }] : []
  })
  return (
    <Card title="Since you last looked">
      {changes.written.length + done.length === 0 ? <p class="kith-none">Nothing has changed.</p> : null}
      <ul class="kith-brief__list">
        {changes.written.slice(0, mostShown).map(entry => (
          <li>
            <a href={entryLink(head.id, entry.id)}>{entryKindName(head, entry.kind)}</a> by {entry.authorName}, {entry.agencyName},{' '}
            <When at={entry.recordedAt} now={now} short />:{' '}
            <Marks mark={{ side: entry.side, category: entry.category }} sides={programmeOf(head).sides} />{' '}
            <Words head={head} entry={entry} most={160} /> <AskWho who={whoLink('entry', entry.id)} />
          </li>
        ))}
        {done.slice(0, mostShown).map(line => (
          <li>
            {line.by} {line.did}, <When at={line.at} now={now} short /> <AskWho who={whoLink('deed', line.id)} />
          </li>
        ))}
      </ul>
      {changes.written.length + done.length > 2 * mostShown ? (
        <p>
          <a href={caseLink(head.id)}>There is more on the timeline</a>
        </p>
      ) : null}
    </Card>
  )
}

/** The last three contacts, in their writers' words. */
export function LastContacts({ head, brief, now }: BriefProps) {
  return (
    <Card title="Last contacts">
      {brief.lastContacts.length === 0 ? <p class="kith-none">None yet.</p> : null}
      <ul class="kith-brief__list">
        {brief.lastContacts.map(entry => (
          <li>
            <strong>{entryKindName(head, entry.kind)}</strong> <When at={entry.occurredAt} now={now} />, {entry.authorName},{' '}
            {entry.agencyName}
            <br />
            <Marks mark={{ side: entry.side, category: entry.category }} sides={programmeOf(head).sides} />{' '}
            <Words head={head} entry={entry} most={260} /> <AskWho who={whoLink('entry', entry.id)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The reader's own tasks first, then what else is due. */
export function Dates({ head, brief, now, me }: BriefProps & { me: string }) {
  const others = brief.dates.filter(task => !brief.mine.some(own => own.id === task.id))
  return (
    <Card title="Yours to do, and next dates">
      {brief.mine.length + others.length === 0 ? <p class="kith-none">Nothing is planned.</p> : null}
      <ul class="kith-brief__list">
        {[...brief.mine.slice(0, 5), ...others].map(task => (
          <li>
            <a href={taskLink(task.caseId, task.id)}>{task.title}</a> for {toWhom(task, me)},{' '}
            <span class="kith-whole">{day(task.dueOn)}</span> <DueTag due={task.dueOn} now={isoDay(now)} />{' '}
            <Marks mark={task} sides={programmeOf(head).sides} /> <AskWho who={whoLink('task', task.id)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Who else is involved, with a number to ring. */
export function Colleagues({ head, brief }: Omit<BriefProps, 'now'>) {
  const agencies = brief.agencies.filter(
    one => !brief.colleagues.some(colleague => colleague.agencyName === one.name) && one.name !== head.ownerAgencyName,
  )
  return (
    <Card title="Who else is involved">
      {brief.colleagues.length + agencies.length === 0 ? <p class="kith-none">Nobody else yet.</p> : null}
      <ul class="kith-brief__list">
        {brief.colleagues.map(one => (
          <li>
            <strong>{one.name}</strong>, {[one.jobTitle, one.agencyName].filter(Boolean).join(', ')}
            {one.leads ? ' (leads the case)' : ''}
            {one.phone ? (
              <>
                : <a href={`tel:${one.phone.replaceAll(/[^\d+]/g, '')}`}>{one.phone}</a>
              </>
            ) : null}
          </li>
        ))}
        {agencies.map(one => (
          <li>
            <strong>{one.name}</strong>
            {one.contact ? `: ${one.contact}` : ''}
          </li>
        ))}
      </ul>
      {brief.colleagues.length + agencies.length === 0 ? null : <AskRule rule={['grants']} />}
    </Card>
  )
}

/** Of something restricted, only that it is there and where it is opened. */
function Words({ head, entry, most }: { head: CaseHead; entry: { id: string; body: string; restricted: boolean }; most: number }) {
  return entry.restricted ? <OpenedOnly href={openedEntryLink(head.id, entry.id)} /> : <span>{firstWords(entry.body, most)}</span>
}

function firstWords(body: string, most: number): string {
  const line = body.replaceAll(/\s+/g, ' ')
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}
