/** Why the reader can see a case: every way in, from their place back to the agreement. */
import type { Child } from '#jsx/element'
import { Card, Page, PageHead, Prose, Stack, TierTag, When } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { canWords } from '../tiers.ts'
import type { Way } from '../why-queries.ts'
import { basisWords } from '../words.ts'
import { Until } from './share-rows.tsx'

type Props = { ways: Way[]; head?: CaseHead | undefined; reference: string }

export function WhyPage({ ways, head, reference }: Props) {
  if (head)
    return (
      <CasePage head={head} here="sharing">
        <Ways ways={ways} title="Why can I see this?" />
      </CasePage>
    )
  return (
    <Page title="Why can I see this?" here="/cases">
      <PageHead title="Why can I see this?" reference={reference} back={{ href: '/cases', label: 'Cases' }} />
      <Ways ways={ways} />
    </Page>
  )
}

function Ways({ ways, title }: { ways: Way[]; title?: string }) {
  return (
    <Stack>
      {title ? <h2 class="govuk-heading-m">{title}</h2> : null}
      {ways.map(way => (
        <Card title={`Because ${becauseWords(way)}`} level={3}>
          <Prose>
            <p>
              <TierTag tier={way.tier} /> You can {canWords(way.tier)}.
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
