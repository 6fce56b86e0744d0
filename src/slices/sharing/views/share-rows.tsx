/** Shares as rows: who can do what, why that is lawful, since when and until when. */
import type { Child } from '#jsx/element'
import { Details, LinkButton, near, Tag, TierTag, When } from '../../../ui/index.ts'
import type { CaseHead } from '../../cases/index.ts'
import { type Receipt, ReceiptLine } from '../../receipts/index.ts'
import { endShareLink, shareWithLink } from '../links.ts'
import type { Seat, Share } from '../queries.ts'
import { basisWords, lastOf, reachWords, scopeWords, shareSentence } from '../words.ts'

export type Reach = { seats: Seat[]; parties: { agreementId: string; agencyId: string; name: string }[]; receipts: Map<string, Receipt> }
type Can = { caseId: string; head?: Pick<CaseHead, 'programme' | 'programmeVersion'>; mayEnd: boolean; mayShare: boolean }

/** One share as a row of a list. */
export function shareRow(share: Share, reach: Reach, can: Can) {
  return {
    id: `share-${share.id}`,
    title: `${shareSentence(share)}.`,
    about: <About share={share} reach={reach} head={can.head} />,
    end: <End share={share} {...can} />,
  }
}

/** Until when and how far it got stand in sight; why it is lawful opens. */
function About({ share, reach, head }: { share: Share; reach: Reach; head: Can['head'] }) {
  const seats = reach.seats.filter(seat => seat.teamId === share.principalId)
  return (
    <>
      <Line>
        <Span share={share} />
      </Line>
      {share.inherited && share.originTitle ? <Line>Came with {share.originTitle}.</Line> : null}
      {share.standing === 'shut' ? <Line>Shut at the moment, because {share.shutBecause}.</Line> : null}
      <ReceiptLine receipt={reach.receipts.get(share.id)} now={new Date()} />
      <Uncovered share={share} seats={seats} reach={reach} />
      <Line>{head && (share.sides || share.categories) ? scopeWords(head, share) : ''}</Line>
      {share.basis === 'owner' ? <Line>{reachWords(share, seats)}</Line> : <Grounds share={share} seats={seats} />}
    </>
  )
}

function Line({ children }: { children?: Child }) {
  return children ? <div>{children}</div> : null
}

/** From when until when, and how it ended. */
function Span({ share }: { share: Share }) {
  if (share.revokedAt)
    return (
      <>
        Ended by {share.revokedByName ?? 'Kith'} on <When at={share.revokedAt} />
        {share.revokeReason ? `: ${share.revokeReason}` : ''}
      </>
    )
  const later = share.standing === 'later'
  return (
    <>
      {later || share.basis === 'owner' ? (
        <>
          {later ? 'From' : 'Since'} <When at={share.startsAt} />{' '}
        </>
      ) : null}
      {share.endsAt ? (
        <>
          {share.standing === 'ended' ? 'Ended' : later ? 'until' : 'Until'} <Until at={share.endsAt} />
        </>
      ) : null}
    </>
  )
}

/** What is seldom asked of every share at once: why, by what law, for whom, by whom and since when. */
function Grounds({ share, seats }: { share: Share; seats: Seat[] }) {
  const reached = reachWords(share, seats)
  return (
    <Details summary="Why, and what makes it lawful" id={`grounds-${share.id}`}>
      {share.reason ? <p>Reason: {share.reason}</p> : null}
      <Lawful share={share} />
      {reached ? <p>{reached}</p> : null}
      <p>
        <Since share={share} />
      </p>
    </Details>
  )
}

/** A team of several agencies is covered member by member. */
function Uncovered({ share, seats, reach }: { share: Share; seats: Seat[]; reach: Reach }) {
  if (!share.agreementId || share.agencyName) return null
  const covered = new Set(reach.parties.filter(party => party.agreementId === share.agreementId).map(party => party.agencyId))
  const out = seats.filter(seat => !covered.has(seat.agencyId))
  if (out.length === 0) return null
  return (
    <Line>Not open to {out.map(seat => `${seat.name} (${seat.agencyName})`).join(', ')}: their agency has not signed the agreement.</Line>
  )
}

function Lawful({ share }: { share: Share }) {
  return (
    <p>
      Lawful through {share.agreementId ? <a href={`/agreements/${share.agreementId}`}>{basisWords(share)}</a> : basisWords(share)}
      {share.clauseWords ? `: “${share.clauseWords}”` : ''}
    </p>
  )
}

function Since({ share }: { share: Share }) {
  return (
    <>
      {share.standing === 'later' ? 'From' : 'Since'} <When at={share.startsAt} />
      {share.grantedByName ? `, shared by ${share.grantedByName}, ${share.grantedByAgency}` : ''}
      {share.includesSubCases && !share.inherited ? '. Its sub-cases too' : ''}.
    </>
  )
}

/** Until the end of a day, or until a minute. */
export function Until({ at }: { at: Date }) {
  const last = lastOf(at)
  const soon = near(last, new Date())
  return (
    <>
      {typeof last === 'string' ? 'the end of ' : ''}
      <When at={last} />
      {soon ? ` (${soon})` : ''}
    </>
  )
}

function End({ share, caseId, mayEnd, mayShare }: Can & { share: Share }) {
  if (share.standing === 'ended') return <Tag kind="quiet">Ended</Tag>
  const ours = share.basis !== 'owner' && !share.inherited
  return (
    <>
      <TierTag tier={share.tier} />
      {ours && mayShare && share.basis !== 'break-glass' ? (
        <LinkButton href={`${shareWithLink(caseId, share.principalId)}&like=${share.id}`} kind="quiet" small>
          Extend
        </LinkButton>
      ) : null}
      {ours && mayEnd && share.mineToEnd ? (
        <LinkButton href={endShareLink(caseId, share.id)} kind="quiet" small>
          End
        </LinkButton>
      ) : null}
    </>
  )
}
