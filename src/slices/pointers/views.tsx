/** What a pointer and a headline show: a page each, and the same words as a preview before sharing. */
import type { Child } from '#jsx/element'
import { Card, Page, PageHead, Prose, Stack, StageTag, SummaryList } from '../../ui/index.ts'
import type { Pointer } from './queries.ts'

/** What the headline tier shows of a case. */
export type Headline = {
  id: string
  reference: string
  title: string
  programmeName: string
  stageName: string
  closedAt: Date | null
  ownerAgencyName: string
  ownerContact: string
  leadWorkerName: string
  leadWorkerPhone: string
}

const casesLink = '/cases'
const whyLink = (id: string): string => `/cases/${id}/why`

/**
 * The page of a case for whoever may only know that it exists; what waits there for its reader comes first.
 * @example <PointerPage pointer={await findPointer(db, id)} />
 */
export function PointerPage({ pointer, children }: { pointer: Pointer; children?: Child }) {
  return (
    <Page title={pointer.reference} here={casesLink}>
      <PageHead
        title={`${pointer.agencyName} holds something about this`}
        reference={pointer.reference}
        back={{ href: casesLink, label: 'Cases' }}
      />
      <Stack>
        {children}
        <PointerCard {...pointer} whyHref={whyLink(pointer.id)} />
      </Stack>
    </Page>
  )
}

/**
 * The page of a case for whoever may see its headline only; what waits there for its reader comes first.
 * @example <HeadlinePage headline={await findHeadline(db, id)} />
 */
export function HeadlinePage({ headline, children }: { headline: Headline; children?: Child }) {
  return (
    <Page title={`${headline.title} (${headline.reference})`} here={casesLink}>
      <PageHead
        title={headline.title}
        kind={headline.programmeName}
        reference={headline.reference}
        back={{ href: casesLink, label: 'Cases' }}
        tags={<StageTag stage={headline.closedAt ? 'Closed' : headline.stageName} closed={Boolean(headline.closedAt)} />}
      />
      <Stack>
        {children}
        <HeadlineCard headline={headline} whyHref={whyLink(headline.id)} />
      </Stack>
    </Page>
  )
}

type PointerCardProps = { agencyName: string; contact: string; whyHref?: string }

/** The words of a pointer. */
function PointerCard({ agencyName, contact, whyHref }: PointerCardProps) {
  return (
    <Card title="Ask them">
      <Prose>
        <p>
          {agencyName} holds something about this. Ask them: <strong>{contact || 'look the agency up under Agencies'}</strong>
        </p>
        <p>You can see that it exists, and nothing more.</p>
        {whyHref ? <Why href={whyHref} /> : null}
      </Prose>
    </Card>
  )
}

/** The words of a headline. */
function HeadlineCard({ headline, whyHref }: { headline: Headline; whyHref?: string }) {
  const { stageName, closedAt, ownerAgencyName, ownerContact, leadWorkerName, leadWorkerPhone } = headline
  return (
    <Card title="The headline">
      <SummaryList
        facts={[
          { name: 'Stage', value: closedAt ? 'Closed' : stageName },
          { name: 'Whose case', value: ownerAgencyName },
          { name: 'Who leads it', value: [leadWorkerName, leadWorkerPhone].filter(Boolean).join(', ') },
          { name: 'How to reach them', value: ownerContact },
        ]}
      />
      <Prose>
        <p>You can see what this case is and who leads it. To see more, ask them to share more of it with you.</p>
        {whyHref ? <Why href={whyHref} /> : null}
      </Prose>
    </Card>
  )
}

function Why({ href }: { href: string }) {
  return (
    <p>
      <a href={href}>Why can I see this?</a>
    </p>
  )
}
