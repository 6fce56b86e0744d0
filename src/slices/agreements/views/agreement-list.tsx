/** All agreements of the partnership. */
import { EmptyState, isoDay, LinkButton, Page, PageHead, Table, Tag, When } from '../../../ui/index.ts'
import { agreementLink, agreementsLink } from '../links.ts'
import type { ListedAgreement } from '../queries.ts'
import { programmeNames, StandingTag } from './words.tsx'

export function AgreementList({ agreements, mayAdd }: { agreements: ListedAgreement[]; mayAdd: boolean }) {
  return (
    <Page title="Agreements" here={agreementsLink}>
      <PageHead
        title="Agreements"
        actions={
          mayAdd ? (
            <LinkButton href="/agreements/new" icon="plus">
              Record an agreement
            </LinkButton>
          ) : null
        }
      />
      <Table
        caption="Agreements"
        rule={['agreements', 'agreement_parties']}
        rows={agreements}
        columns={[
          { title: 'Agreement', heading: true, sortBy: one => one.name, cell: one => <a href={agreementLink(one.id)}>{one.name}</a> },
          { title: 'Reference', cell: one => <span class="kith-whole">{one.reference}</span>, spare: true },
          { title: 'For', cell: one => programmeNames(one.programmes), plain: true },
          {
            title: 'Agencies',
            numeric: true,
            sortBy: one => Number(one.parties),
            cell: one => String(one.parties),
            plain: one => (Number(one.parties) === 1 ? 'agency' : 'agencies'),
          },
          { title: 'State', cell: one => <StandingTag standing={one.standing} /> },
          { title: 'Your agency', cell: one => <span class="kith-whole">{one.mine ? 'Has signed' : 'Has not signed'}</span> },
          {
            title: 'Next review',
            sortBy: one => isoDay(one.reviewOn),
            cell: one => (one.reviewOverdue ? <Tag kind="warm">Review overdue</Tag> : <When at={one.reviewOn} time={false} />),
          },
        ]}
        empty={
          <EmptyState icon="share" title="No agreements yet">
            The partnership’s administrators record what agencies have agreed to share, for what, and until when.
          </EmptyState>
        }
      />
    </Page>
  )
}
