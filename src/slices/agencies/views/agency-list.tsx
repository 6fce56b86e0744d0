/** All agencies of the partnership. */
import { EmptyState, FilterBar, LinkButton, Page, Table, Tag } from '../../../ui/index.ts'
import { agenciesLink, agencyLink } from '../links.ts'
import type { ListedAgency } from '../queries.ts'
import { kindName } from '../words.ts'
import { WhoIsWho } from './shared.tsx'

type Props = { agencies: ListedAgency[]; said: string; mayAdd: boolean }

export function AgencyList({ agencies, said, mayAdd }: Props) {
  return (
    <Page title="Agencies" here={agenciesLink}>
      <WhoIsWho
        title="Agencies"
        here={agenciesLink}
        actions={
          mayAdd ? (
            <LinkButton href="/agencies/new" icon="plus">
              Add an agency
            </LinkButton>
          ) : null
        }
      />
      <FilterBar action={agenciesLink} search={{ name: 'q', label: 'Find an agency', value: said }} />
      <Table
        caption="Agencies"
        rule={['agencies']}
        rows={agencies}
        columns={[
          { title: 'Agency', heading: true, sortBy: one => one.name, cell: one => <Name agency={one} /> },
          { title: 'Kind', sortBy: one => kindName(one.kind), cell: one => kindName(one.kind), plain: true },
          { title: 'How to reach it', cell: one => one.contact, plain: true },
        ]}
        empty={
          <EmptyState icon="group" title={said ? 'No agency has this name' : 'No agencies yet'}>
            {said ? 'Try part of the name.' : 'The partnership’s administrators add the first one.'}
          </EmptyState>
        }
      />
    </Page>
  )
}

/** Only those that take no part say so. */
function Name({ agency }: { agency: ListedAgency }) {
  return (
    <>
      <a href={agencyLink(agency.id)}>{agency.name}</a> {agency.suspendedAt ? <Tag kind="red">Suspended</Tag> : null}
    </>
  )
}
