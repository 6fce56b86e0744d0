/** What a case page answers before anybody scrolls: how to stay safe, what next, who leads, how long, when last, who else. */
import type { Child } from '#jsx/element'
import {
  Card,
  Counter,
  day,
  daysBetween,
  DueTag,
  EmptyState,
  isoDay,
  LinkButton,
  Marks,
  nameOf,
  NextStep,
  Notice,
  Provenance,
  Rows,
  type StatProps,
  Stats,
  Tag,
  Warnings,
  When,
} from '../../../ui/index.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { caseLink, whoLink } from '../links.ts'
import type { CaseFacts } from '../facts.ts'
import type { CaseHead } from '../queries.ts'

type Shown = { head: CaseHead; facts: CaseFacts; now: Date }

/** The upper part: warnings, the next thing to do, and the quick answers. */
export function CaseFirstScreen({ head, facts, now }: Shown) {
  return (
    <>
      <Warnings warnings={warningsOf(facts, head)} />
      <NextThing head={head} facts={facts} now={now} />
      <Stats
        stats={[
          { name: 'Owner and lead', value: head.leadWorkerName, note: head.ownerTeamName ?? head.ownerAgencyName },
          nextDate(head, facts, now),
          {
            name: 'Last contact',
            value: facts.contact ? <When at={facts.contact.occurredAt} now={now} short /> : 'None yet',
            note: facts.contact?.by,
          },
          ...period(head, now),
          {
            name: 'Who else is in it',
            value: facts.agencies.length === 1 ? 'Nobody else' : `${facts.agencies.length} agencies and teams`,
            note: facts.agencies.length === 1 ? `Only ${facts.agencies[0]}` : facts.agencies.slice(0, 4).join(', '),
            href: caseLink(head.id, 'sharing'),
          },
        ]}
      />
    </>
  )
}

const warningsOf = ({ people }: CaseFacts, head: CaseHead) =>
  people.flatMap(person =>
    person.warnings.map(warning => ({
      instruction: warning.instruction,
      reason: `About ${nameOf(person)}.`,
      who: whoLink('warning', warning.id),
      tags: <Marks mark={warning} sides={programmeOf(head).sides} />,
    })),
  )

function nextDate({ id, closedAt }: CaseHead, { next }: CaseFacts, now: Date): StatProps {
  if (!next || closedAt) return { name: 'Next date', value: 'None set' }
  const late = next.dueOn < isoDay(now)
  return {
    name: 'Next date',
    value: late ? 'Overdue' : <When at={next.dueOn} now={isoDay(now)} short time={false} />,
    note: next.title,
    href: caseLink(id, 'plan'),
    attention: late,
  }
}

function period({ startsOn, endsOn, openedAt, closedAt }: CaseHead, now: Date): StatProps[] {
  if (closedAt) return [{ name: 'Closed', value: day(closedAt).slice(4), note: `opened ${day(openedAt).slice(4)}` }]
  if (!startsOn || !endsOn) return [{ name: 'Opened', value: day(openedAt).slice(4), note: `day ${daysBetween(openedAt, now) + 1}` }]
  return [{ name: 'Period', value: <Counter day={daysBetween(startsOn, now) + 1} of={daysBetween(startsOn, endsOn) + 1} /> }]
}

function NextThing({ head, facts: { next, people }, now }: Shown) {
  if (head.closedAt || !head.mayContribute) return null
  if (next && next.dueOn <= isoDay(now)) {
    return (
      <NextStep
        title={next.title}
        about={<DueTag due={next.dueOn} now={now} />}
        action={
          <LinkButton href={caseLink(head.id, 'plan')} small>
            Open the plan
          </LinkButton>
        }
      />
    )
  }
  if (people.length > 0) return null
  return (
    <NextStep
      title="Say who this case is about"
      about="Nobody has been added yet"
      action={
        <LinkButton href={caseLink(head.id, 'people')} small>
          Add a person
        </LinkButton>
      }
    />
  )
}

/** Beside the timeline: the worry in a few words, who is in the case, and which agencies can read it. */
export function CaseAside({ head, facts }: { head: CaseHead; facts: CaseFacts }) {
  return (
    <>
      {head.summary ? (
        <Card title="The worry">
          <p class="kith-written">{head.summary}</p>
        </Card>
      ) : null}
      <Card title="People" actions={<a href={caseLink(head.id, 'people')}>All</a>} flush>
        <Rows rows={facts.people.slice(0, 8).map(person => row(person, head))} empty={<EmptyState title="Nobody added yet" />} />
      </Card>
      <Card title="Who can read this">
        <p>{facts.agencies.join(', ')}</p>
        <Provenance author={head.leadWorkerName} agency={head.ownerAgencyName} whyHref={`${caseLink(head.id)}/why`} />
      </Card>
    </>
  )
}

function row(person: CaseFacts['people'][number], head: CaseHead) {
  return {
    title: nameOf(person),
    href: `/people/${person.id}`,
    who: whoLink('person', person.roleId),
    about: person.role,
    end: (
      <>
        <Marks mark={{ side: person.side }} sides={programmeOf(head).sides} />
        {person.warnings.length > 0 ? <Tag kind="warm">Warning</Tag> : null}
      </>
    ),
  }
}

/** A case that is closed says so before its timeline. */
export function ClosedNotice({ head, children }: { head: CaseHead; children?: Child }) {
  if (!head.closedAt) return null
  return (
    <Notice kind="info" title={`Closed on ${day(head.closedAt)}`}>
      Nothing can be added unless it is opened again. {children}
    </Notice>
  )
}
