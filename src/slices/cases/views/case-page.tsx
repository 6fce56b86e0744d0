/** The page of a case: the head that never scrolls away, the tabs, and whatever the tab holds. */
import type { Child } from '#jsx/element'
import { LinkButton, Menu, Page, PageHead, Stack, StageTag, Tag } from '../../../ui/index.ts'
import { type CaseTab, caseLink, casesLink, newCaseLink } from '../links.ts'
import type { CaseHead } from '../queries.ts'

const tabs: [CaseTab, string][] = [
  ['timeline', 'Timeline'],
  ['plan', 'Plan'],
  ['people', 'People'],
  ['places', 'Places'],
  ['documents', 'Documents'],
  ['messages', 'Messages'],
  ['sub-cases', 'Sub-cases'],
  ['outcomes', 'Outcomes'],
  ['consents', 'Consent'],
  ['sharing', 'Sharing'],
]

/**
 * A whole page about a case, whichever slice fills the tab; one that is reached from its buttons stands in no tab.
 * @example <CasePage head={head} here="plan"><Plan … /></CasePage>
 */
export function CasePage({ head, here, children }: { head: CaseHead; here?: CaseTab; children?: Child }) {
  return (
    <Page
      title={`${head.title} (${head.reference})`}
      here={casesLink}
      live={`/live?case=${head.id}`}
      marking={head.marking === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL-SENSITIVE' : undefined}
    >
      <PageHead
        title={head.title}
        kind={head.programmeName}
        reference={head.reference}
        back={above(head)}
        tags={
          <>
            <StageTag stage={head.closedAt ? 'Closed' : head.stageName} closed={Boolean(head.closedAt)} />
            {head.marking === 'OFFICIAL-SENSITIVE' ? <Tag kind="red">Sensitive</Tag> : null}
          </>
        }
        actions={<Actions head={head} />}
        subnav={{
          label: 'Parts of this case',
          here: here && caseLink(head.id, here),
          items: tabs.map(([tab, label]) => ({ label, href: caseLink(head.id, tab) })),
        }}
      />
      <Stack>{children}</Stack>
    </Page>
  )
}

function above({ parentId, parentTitle, readsParent }: CaseHead): { href: string; label: string } {
  if (!parentId || !parentTitle) return { href: casesLink, label: 'Cases' }
  return { href: caseLink(parentId, readsParent ? 'sub-cases' : 'timeline'), label: parentTitle }
}

function Actions({ head }: { head: CaseHead }) {
  const link = caseLink(head.id)
  const more = [
    ...(head.mayAmend ? [{ label: 'Change details or stage', href: `${link}/edit` }] : []),
    ...(head.mayContribute ? [{ label: 'Open a sub-case', href: newCaseLink(`?parent=${head.id}`) }] : []),
    { label: 'Who has looked', href: `${link}/looks` },
    ...(head.closedAt || !head.mayAmend ? [] : [{ label: 'Close it', href: `${link}/closure` }]),
  ]
  return (
    <>
      <LinkButton href={`${link}/brief`} icon="eye">
        Brief
      </LinkButton>
      {head.mayLead ? (
        <LinkButton href={caseLink(head.id, 'sharing')} icon="share">
          Share
        </LinkButton>
      ) : null}
      {head.mayLead ? <Menu id="case-more" label="More" items={more} /> : null}
    </>
  )
}
