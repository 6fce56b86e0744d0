/** One agency: how to reach it, who works there, its teams and the agreements it has signed. */
import {
  Card,
  Columns,
  Details,
  EmptyState,
  LinkButton,
  Notice,
  Page,
  PageHead,
  PostButton,
  Rows,
  Stack,
  SummaryList,
  Tag,
  When,
} from '../../../ui/index.ts'
import { agenciesLink, agencyLink, newWorkerLink, teamLink, workerLink } from '../links.ts'
import type { Deed, FoundAgency, ListedWorker, listAgreementsOf } from '../queries.ts'
import type { ListedTeam } from '../teams/queries.ts'
import { kindName, roleName } from '../words.ts'
import { Deeds } from './shared.tsx'

type Props = {
  agency: FoundAgency
  workers: ListedWorker[]
  teams: ListedTeam[]
  agreements: Awaited<ReturnType<typeof listAgreementsOf>>
  deeds: Deed[]
  administers: boolean
  administersPartnership: boolean
}

export function AgencyPage(props: Props) {
  const { agency, workers, deeds } = props
  const here = workers.filter(one => !one.leftOn)
  const gone = workers.filter(one => one.leftOn)
  return (
    <Page title={agency.name} here={agenciesLink}>
      <PageHead
        title={agency.name}
        kind={kindName(agency.kind)}
        back={{ href: agenciesLink, label: 'Agencies' }}
        actions={<Actions {...props} />}
        tags={agency.suspendedAt ? <Tag kind="red">Suspended</Tag> : undefined}
      />
      {agency.suspendedAt ? <Suspended {...props} /> : null}
      <Columns aside={<Aside {...props} />}>
        <Stack>
          <Card title="Who works here" count={here.length} flush>
            <Rows
              label="Workers"
              rule={['workers', 'worker_roles']}
              rows={here.map(workerRow)}
              empty={
                <EmptyState icon="people" title="Nobody yet">
                  Its administrators add the first worker.
                </EmptyState>
              }
            />
          </Card>
          {gone.length > 0 ? (
            <Details summary={`Who has left (${gone.length})`}>
              <Rows label="Workers who have left" rule={['workers']} rows={gone.map(workerRow)} />
            </Details>
          ) : null}
          <Deeds deeds={deeds} />
        </Stack>
      </Columns>
    </Page>
  )
}

function workerRow(worker: ListedWorker) {
  return {
    title: worker.name,
    href: workerLink(worker.id),
    about: [worker.jobTitle, worker.phone].filter(Boolean).join(' · '),
    end: (
      <>
        {worker.suspendedAt ? <Tag kind="red">Suspended</Tag> : null}
        {worker.leftOn ? <Tag kind="quiet">Left</Tag> : null}
        {worker.roles.map(role => (
          <Tag kind="violet">{roleName(role)}</Tag>
        ))}
      </>
    ),
  }
}

function Actions({ agency, administers, administersPartnership }: Props) {
  return (
    <>
      {administers ? (
        <LinkButton href={newWorkerLink(agency.id)} icon="plus">
          Add a worker
        </LinkButton>
      ) : null}
      {administers ? (
        <LinkButton href={agencyLink(agency.id, 'edit')} kind="quiet" icon="pencil">
          Change
        </LinkButton>
      ) : null}
      {administersPartnership && !agency.suspendedAt ? (
        <LinkButton href={agencyLink(agency.id, 'suspension')} kind="quiet" icon="lock">
          Suspend
        </LinkButton>
      ) : null}
    </>
  )
}

function Suspended({ agency, administersPartnership }: Props) {
  return (
    <Notice
      kind="problem"
      title="This agency is suspended"
      actions={
        administersPartnership ? (
          <PostButton action={agencyLink(agency.id, 'resumption')} kind="secondary">
            Let it back in
          </PostButton>
        ) : undefined
      }
    >
      <p>
        {agency.suspendedReason} Since {agency.suspendedAt ? <When at={agency.suspendedAt} /> : null}. Its workers see nothing, and what is
        shared with it stays shut.
      </p>
    </Notice>
  )
}

function Aside({ agency, workers, teams, agreements, administers }: Props) {
  const running = workers.filter(one => !one.leftOn && one.roles.some(role => role !== 'panel_coordinator'))
  return (
    <>
      <Card title="About">
        <SummaryList
          facts={[
            { name: 'Short name', value: agency.shortName },
            { name: 'How to reach it', value: agency.contact },
          ]}
        />
        <p class="govuk-hint">This contact is what somebody sees who only knows that this agency holds something.</p>
      </Card>
      <Card title="Who runs it here" flush>
        <Rows
          rule={['worker_roles']}
          rows={running.map(one => ({ title: one.name, href: workerLink(one.id), about: one.roles.map(roleName).join(', ') }))}
          empty={<EmptyState title="Nobody yet" />}
        />
      </Card>
      <Card title="Teams" flush actions={administers ? <a href={`/teams/new?agency=${agency.id}`}>Add a team</a> : undefined}>
        <Rows
          rule={['teams']}
          rows={teams.map(team => ({
            title: team.name,
            href: teamLink(team.id),
            about: team.purpose,
            end: team.endedOn ? <Tag kind="quiet">Ended</Tag> : undefined,
          }))}
          empty={<EmptyState title="No teams">Everybody here works its cases together.</EmptyState>}
        />
      </Card>
      <Card title="Agreements" flush>
        <Rows
          rule={['agreement_parties']}
          rows={agreements.map(one => ({
            title: one.name,
            href: `/agreements/${one.id}`,
            about: (
              <>
                Signed <When at={one.signedOn} time={false} />
              </>
            ),
            end: one.inForce ? <Tag kind="green">In force</Tag> : <Tag kind="quiet">{one.leftOn ? 'Left' : 'Not in force'}</Tag>,
          }))}
          empty={<EmptyState title="None signed">Until it signs one, cases are shared with it only on another lawful basis.</EmptyState>}
        />
      </Card>
    </>
  )
}
