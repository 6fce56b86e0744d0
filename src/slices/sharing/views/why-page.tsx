/** Who can see a case, and why the reader can: every way in, from their place back to the agreement. */
import type { Child } from '#jsx/element'
import { Card, Page, PageHead, Prose, Rows, RuleOf, Stack, TierTag, When } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import type { Headline, Pointer } from '../../pointers/index.ts'
import { sharingLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { canWords } from '../tiers.ts'
import type { Way } from '../why-queries.ts'
import { basisWords } from '../words.ts'
import { KeptOut } from './kept-out.tsx'
import { type Reach, shareRow, Until } from './share-rows.tsx'

type Props = { ways: Way[]; head: CaseHead; shares: Share[]; reach: Reach; keptOut: { id: string; name: string; agencyName: string }[] }

/** The page `/cases/:id/why` for whoever reads the case. */
export function WhyPage({ ways, head, shares, reach, keptOut }: Props) {
  const open = shares.filter(share => share.standing === 'open')
  return (
    <CasePage head={head} here="sharing">
      <Ways ways={ways} />
      <Card title="Who can see this case" actions={<a href={sharingLink(head.id)}>Sharing</a>} flush>
        <Rows
          label="Who can see this case"
          rows={open.map(share => shareRow(share, reach, { caseId: head.id, head, mayEnd: false, mayShare: false }))}
        />
      </Card>
      <KeptOut keptOut={keptOut} />
    </CasePage>
  )
}

/** The same for whoever sees its headline or a pointer, and of its shares those to themselves. */
export function LesserWhyPage({ ways, pointer, headline }: { ways: Way[]; pointer: Pointer; headline?: Headline | undefined }) {
  return (
    <Page title="Why can I see this?" here="/cases">
      <PageHead title={headline?.title ?? 'Why can I see this?'} reference={pointer.reference} back={{ href: '/cases', label: 'Cases' }} />
      <Stack>
        <Ways ways={ways} />
        <Card title="Who else can see it?" level={3}>
          <Prose>
            <p>
              {headline
                ? `${headline.leadWorkerName}, ${headline.ownerAgencyName}, can say.`
                : `${pointer.agencyName} can say. ${pointer.contact}`}
            </p>
          </Prose>
          <RuleOf rule={['grants']} />
        </Card>
      </Stack>
    </Page>
  )
}

function Ways({ ways }: { ways: Way[] }) {
  return (
    <Stack>
      <h2 class="govuk-heading-m">Why can I see this?</h2>
      {ways.map(way => (
        <Card title={`Because ${becauseWords(way)}`} level={3}>
          <Prose>
            <p>
              <TierTag tier={way.tier} /> You can {canWords(way.tier, way.sides)}.
            </p>
            <Trail way={way} />
          </Prose>
        </Card>
      ))}
    </Stack>
  )
}

export function becauseWords({ kind, name, basis }: Pick<Way, 'kind' | 'name' | 'basis'>): string {
  if (kind === 'worker') return basis === 'owner' ? 'you lead it' : 'it was shared with you by name'
  if (kind === 'team') return basis === 'owner' ? `your team ${name} works it` : `it was shared with your team ${name}`
  return basis === 'owner' ? `${name}, where you work, owns it` : `it was shared with ${name}, where you work`
}

function Trail({ way }: { way: Way }) {
  return (
    <ul class="kith-plain-list">
      {way.seatSince ? (
        <li>
          You have been in {way.name} since <When at={way.seatSince} time={false} />.
        </li>
      ) : null}
      {way.inherited ? (
        <li>It came with {way.originTitle ?? 'a case above this one'}, which was shared together with its sub-cases.</li>
      ) : null}
      {way.basis === 'owner' ? (
        <li>
          Open since <When at={way.startsAt} />.
        </li>
      ) : (
        <Given way={way} />
      )}
      <Lawful way={way} />
      {way.endsAt ? (
        <li>
          It is open until <Until at={way.endsAt} />.
        </li>
      ) : null}
    </ul>
  )
}

function Given({ way }: { way: Way }) {
  return (
    <>
      <li>
        {way.grantedByName ?? 'Somebody'}, {way.grantedByAgency}, shared it on <When at={way.startsAt} />.
      </li>
      <li>Their reason: {way.reason}</li>
    </>
  )
}

function Lawful({ way }: { way: Way }): Child {
  if (way.basis === 'owner') return null
  if (way.basis === 'consent') return <li>Lawful through {basisWords(way)}. It ends at once when that is taken back.</li>
  if (!way.agreementId) return <li>Lawful through {basisWords(way)}.</li>
  return (
    <li>
      Lawful through <a href={`/agreements/${way.agreementId}`}>{basisWords(way)}</a>
      {way.clauseWords ? `: “${way.clauseWords.replace(/\.$/, '')}”` : ''}. Basis in data-protection law: {way.lawfulBasis}.
      {way.signedOn ? (
        <>
          {' '}
          Your agency signed it on <When at={way.signedOn} time={false} />.
        </>
      ) : null}
    </li>
  )
}
