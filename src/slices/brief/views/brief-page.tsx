/** The brief: one screen to read before knocking on a door, and one sheet of paper. */
import type { Actor } from '../../../platform/actor.ts'
import { Counter, dayAndTime, daysBetween, LinkButton, Marks, nameOf, Page, PageHead, StageTag, Warnings, When } from '../../../ui/index.ts'
import { type Programme, programmeOf } from '../../../programmes/index.ts'
import { caseLink, casesLink, whoLink } from '../../cases/index.ts'
import { planLink } from '../../plan/index.ts'
import type { Brief } from '../queries.ts'
import { type BriefProps, Changes, Colleagues, Dates, LastContacts } from './brief-parts.tsx'
import { People } from './people-part.tsx'

/** The page `/cases/:id/brief`. */
export function BriefPage({ head, brief, now, actor }: BriefProps & { actor: Actor }) {
  const { sides } = programmeOf(head)
  return (
    <Page
      title={`Brief: ${head.title}`}
      here={casesLink}
      live={`/live?case=${head.id}`}
      marking={head.marking === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL-SENSITIVE' : undefined}
      wide
    >
      <div class="kith-brief">
        <PageHead
          title={head.title}
          kind={head.programmeName}
          reference={head.reference}
          back={{ href: caseLink(head.id), label: 'The whole case' }}
          tags={<StageTag stage={head.closedAt ? 'Closed' : head.stageName} closed={Boolean(head.closedAt)} />}
          actions={
            <>
              <LinkButton href={planLink(head.id)} kind="quiet">
                Plan
              </LinkButton>
              {head.mayContribute ? (
                <LinkButton href={`${caseLink(head.id)}#note`} kind="primary" icon="note">
                  Write a note
                </LinkButton>
              ) : null}
            </>
          }
        />
        <Warnings warnings={warningsOf(brief, sides)} />
        <TopLine head={head} brief={brief} now={now} />
        <div class="kith-brief__parts">
          <People brief={brief} now={now} sides={sides} />
          <Changes head={head} brief={brief} now={now} />
          <LastContacts head={head} brief={brief} now={now} />
          <Dates head={head} brief={brief} now={now} me={actor.workerId} />
          <Colleagues head={head} brief={brief} />
        </div>
        <p class="kith-brief__foot">
          Read by {actor.name}, {actor.agencyName}, on {dayAndTime(now)}. This look is logged. On paper it does not change any more: shred
          it after use.
        </p>
      </div>
    </Page>
  )
}

function TopLine({ head, brief, now }: BriefProps) {
  return (
    <div class="kith-brief__top">
      {head.summary ? <p class="kith-lede">{head.summary}</p> : null}
      {head.startsOn && head.endsOn && !head.closedAt ? (
        <Counter day={daysBetween(head.startsOn, now) + 1} of={daysBetween(head.startsOn, head.endsOn) + 1} label="Period" />
      ) : null}
      <p class="kith-parts">
        {brief.lastContacts[0] ? (
          <span>
            Last contact <When at={brief.lastContacts[0].occurredAt} now={now} />, by {brief.lastContacts[0].authorName}.
          </span>
        ) : (
          <span>No contact has been recorded yet.</span>
        )}
        {brief.lookedAt ? (
          <span>
            You last looked <When at={brief.lookedAt} now={now} />.
          </span>
        ) : (
          <span>You have not looked at it before.</span>
        )}
      </p>
    </div>
  )
}

function warningsOf({ warnings, people }: Brief, sides: Programme['sides']) {
  return warnings.map(({ id, personId, instruction, reason, reviewOn, authorName, agencyName, side, category }) => {
    const person = people.find(one => one.id === personId)
    return {
      instruction,
      reason: [person && people.length > 1 ? nameOf(person) : '', reason].filter(Boolean).join(': '),
      reviewOn,
      who: whoLink('warning', id),
      author: authorName ?? undefined,
      agency: agencyName ?? undefined,
      tags: <Marks mark={{ side, category }} sides={sides} />,
    }
  })
}
