/** What a case page answers before anybody scrolls: how long, what next, when last, who, and how to stay safe. */
import { type Child } from 'hono/jsx'
import { Card, Counter, day, daysBetween, isoDay, LinkButton, NextStep, Provenance, Stats, Warnings, When } from '../../../ui/index.ts'
import { caseLink } from '../links.ts'
import type { CaseFacts, CaseHead } from '../queries.ts'

type Shown = { head: CaseHead; facts: CaseFacts; now: Date }

/** The first screen's upper part: warnings, the summary, and the quick answers. */
export function CaseFirstScreen({ head, facts, now }: Shown) {
  const warnings = facts.people.flatMap(person => person.warnings.map(instruction => ({ instruction, reason: `About ${nameOf(person)}` })))
  return (
    <>
      <Warnings warnings={warnings} />
      {head.summary ? <p class="kith-lede">{head.summary}</p> : null}
      <Stats stats={[
        { name: 'Led by', value: head.leadWorkerName, note: head.ownerTeamName ?? head.ownerAgencyName },
        { name: 'Last contact', value: facts.contact ? <When at={facts.contact.occurredAt} now={now} short /> : 'None yet', note: facts.contact?.by, attention: !facts.contact && !head.closedAt },
        { name: 'Next date', value: facts.next ? <When at={facts.next.dueOn} now={isoDay(now)} short time={false} /> : 'None set', note: facts.next?.title, href: facts.next ? caseLink(head.id, 'plan') : undefined },
        { name: 'Opened', value: day(head.openedAt).slice(4), note: head.closedAt ? `closed ${day(head.closedAt).slice(4)}` : undefined },
      ]} />
      <Period head={head} now={now} />
      <NextThing head={head} facts={facts} now={now} />
    </>
  )
}

function Period({ head: { startsOn, endsOn, closedAt }, now }: { head: CaseHead; now: Date }) {
  if (!startsOn || !endsOn || closedAt) return null
  return <Counter day={daysBetween(startsOn, now) + 1} of={daysBetween(startsOn, endsOn) + 1} label="Period" />
}

function NextThing({ head, facts, now }: Shown) {
  if (head.closedAt || !head.mayContribute) return null
  if (facts.next && facts.next.dueOn <= isoDay(now)) {
    return <NextStep title={facts.next.title} about={<>due <When at={facts.next.dueOn} now={isoDay(now)} time={false} /></>} action={<LinkButton href={caseLink(head.id, 'plan')} small>Open the plan</LinkButton>} />
  }
  if (facts.people.length === 0) {
    return <NextStep title="Say who this case is about" about="Nobody has been added yet" action={<LinkButton href={caseLink(head.id, 'people')} small>Add a person</LinkButton>} />
  }
  return null
}

/** Beside the timeline: who is in the case, and which agencies can read it. */
export function CaseAside({ head, facts }: { head: CaseHead; facts: CaseFacts }) {
  return (
    <>
      <Card title="People" count={facts.people.length} actions={<a href={caseLink(head.id, 'people')}>All</a>}>
        {facts.people.length === 0 ? <p class="kith-none">Nobody added yet.</p> : (
          <ul class="kith-plain-list">
            {facts.people.slice(0, 8).map(person => <li><a href={`/people/${person.id}`}>{nameOf(person)}</a> <span class="kith-none">{person.role}</span></li>)}
          </ul>
        )}
      </Card>
      <Card title="Who can read this">
        <p>{facts.agencies.join(', ')}</p>
        <Provenance author={head.leadWorkerName} agency={head.ownerAgencyName} whyHref={`${caseLink(head.id)}/why`} />
      </Card>
    </>
  )
}

/** A person's name as it is spoken. */
export const nameOf = ({ givenName, familyName }: { givenName: string; familyName: string }): string => `${givenName} ${familyName}`.trim()

/** A case that is closed says so before its timeline. */
export function ClosedNotice({ head, children }: { head: CaseHead; children?: Child }) {
  if (!head.closedAt) return null
  return <p class="kith-lede">This case was closed on {day(head.closedAt)}. Nothing can be added to it unless it is opened again. {children}</p>
}
