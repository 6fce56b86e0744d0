/** One worker: who they are, their teams, and what they may administer. */
import {
  Button,
  Card,
  Checkboxes,
  Columns,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Page,
  PageHead,
  plural,
  PostButton,
  Rows,
  Stack,
  SummaryList,
  Tag,
  When,
} from '../../../ui/index.ts'
import { agenciesLink, agencyLink, teamLink, workerLink } from '../links.ts'
import type { Deed } from '../queries.ts'
import { Deeds } from '../views/shared.tsx'
import { roleName } from '../words.ts'
import { roleChoices } from './worker-forms.tsx'
import type { FoundWorker, listRolesOf, listTeamsOf } from './queries.ts'

type Props = {
  worker: FoundWorker
  held: Awaited<ReturnType<typeof listRolesOf>>
  teams: Awaited<ReturnType<typeof listTeamsOf>>
  deeds: Deed[]
  /** How many cases they left behind that the reader may hand on. */
  left: number
  administers: boolean
  administersPartnership: boolean
  me: string
}

export function WorkerPage(props: Props) {
  const { worker, held, teams, deeds, administers, me } = props
  return (
    <Page title={worker.name} here={agenciesLink}>
      <PageHead
        title={worker.name}
        kind={[worker.jobTitle, worker.agencyName].filter(Boolean).join(', ')}
        back={{ href: agencyLink(worker.agencyId), label: worker.agencyName }}
        tags={
          <>
            {worker.leftOn ? <Tag kind="quiet">Left</Tag> : null}
            {worker.suspendedAt ? <Tag kind="red">Suspended</Tag> : null}
          </>
        }
        actions={<Actions {...props} />}
      />
      <Standing {...props} />
      <LeftBehind {...props} />
      <Columns
        aside={
          administers && !worker.leftOn && worker.id !== me ? (
            <RolesCard {...props} />
          ) : (
            <RolesHeld held={held} own={administers && worker.id === me} />
          )
        }
      >
        <Stack>
          <WhoCard {...props} />
          <TeamsCard teams={teams} />
          <Deeds deeds={deeds} />
        </Stack>
      </Columns>
    </Page>
  )
}

function WhoCard({ worker, administers, me }: Props) {
  return (
    <Card title="Who this is">
      <SummaryList
        facts={[
          { name: 'Agency', value: <a href={agencyLink(worker.agencyId)}>{worker.agencyName}</a> },
          { name: 'Job', value: worker.jobTitle },
          { name: 'E-mail', value: <Email address={worker.email} /> },
          { name: 'Telephone', value: worker.phone },
          { name: 'Joined', value: <When at={worker.joinedOn} time={false} /> },
          ...(worker.leftOn ? [{ name: 'Left', value: <When at={worker.leftOn} time={false} /> }] : []),
        ]}
      />
      {administers && !worker.leftOn && !worker.suspendedAt && worker.id !== me ? (
        <PostButton action={workerLink(worker.id, 'invitation')} kind="quiet" small>
          Send a new invitation
        </PostButton>
      ) : null}
    </Card>
  )
}

function TeamsCard({ teams }: Pick<Props, 'teams'>) {
  return (
    <Card title="Teams" flush>
      <Rows
        rule={['team_members']}
        rows={teams.map(team => ({
          title: team.name,
          href: teamLink(team.id),
          about: (
            <div class="kith-parts">
              <span>{team.agencyName ?? 'Several agencies'}</span>
              <span>
                since <When at={team.startsOn} time={false} />
              </span>
            </div>
          ),
        }))}
        empty={<EmptyState title="In no team">They work the cases of their agency that no team keeps to itself.</EmptyState>}
      />
    </Card>
  )
}

function Actions({ worker, administers, administersPartnership, me }: Props) {
  if (!administers || worker.leftOn) return null
  return (
    <>
      <LinkButton href={workerLink(worker.id, 'edit')} kind="quiet" icon="pencil">
        Change
      </LinkButton>
      {worker.id === me ? null : (
        <>
          {administersPartnership ? (
            <LinkButton href={workerLink(worker.id, 'move')} kind="quiet">
              Move
            </LinkButton>
          ) : null}
          {worker.suspendedAt ? null : (
            <PostButton action={workerLink(worker.id, 'suspension')} kind="quiet">
              Suspend
            </PostButton>
          )}
          <LinkButton href={workerLink(worker.id, 'leaving')} kind="quiet">
            End their access
          </LinkButton>
        </>
      )}
    </>
  )
}

function Standing({ worker, administers }: Props) {
  if (worker.leftOn) {
    return (
      <Notice
        title={`${worker.name} does not work here any more`}
        actions={
          administers ? (
            <PostButton action={workerLink(worker.id, 'return')} kind="secondary" small>
              They are back
            </PostButton>
          ) : undefined
        }
      >
        <p>They cannot sign in, and nothing is open to them. What they wrote stays in their name.</p>
      </Notice>
    )
  }
  if (!worker.suspendedAt) return null
  return (
    <Notice
      kind="problem"
      title={`${worker.name} is suspended`}
      actions={
        administers ? (
          <PostButton action={workerLink(worker.id, 'resumption')} kind="secondary" small>
            Let them back in
          </PostButton>
        ) : undefined
      }
    >
      <p>
        They see nothing since <When at={worker.suspendedAt} />.
      </p>
    </Notice>
  )
}

function LeftBehind({ worker, left }: Props) {
  if (left === 0) return null
  return (
    <Notice
      title={`Nobody has taken over ${plural(left, 'case')}`}
      actions={
        <LinkButton href={workerLink(worker.id, 'cases')} kind="secondary" small>
          Hand on
        </LinkButton>
      }
    >
      <p>{worker.name} led what waits here, and works there no more.</p>
    </Notice>
  )
}

function RolesHeld({ held, own }: { held: Props['held']; own: boolean }) {
  return (
    <Card title="What they administer" flush>
      <Rows
        rule={['worker_roles']}
        rows={held.map(row => ({
          title: roleName(row.role),
          about: row.givenByName ? (
            <>
              Given by {row.givenByName}, <When at={row.givenAt} time={false} />
            </>
          ) : undefined,
        }))}
        empty={<EmptyState title="Nothing">They do casework, as everybody does.</EmptyState>}
      />
      {own ? <p class="govuk-hint">Another administrator changes your roles.</p> : null}
    </Card>
  )
}

function RolesCard({ worker, held, administersPartnership }: Props) {
  const choices = roleChoices(administersPartnership)
  const shown = held.map(row => row.role).filter(role => choices.some(choice => choice.value === role))
  return (
    <Card title="What they administer">
      <Form action={workerLink(worker.id, 'roles')} values={{ roles: shown }}>
        <Checkboxes name="roles" label="Roles" quietLabel choices={choices} hint="A role does not open any case." />
        {shown.map(role => (
          <input type="hidden" name="shown" value={role} />
        ))}
        <Button kind="secondary">Save roles</Button>
      </Form>
    </Card>
  )
}

/** On a phone it breaks before the @ and nowhere else, as long as it can. */
function Email({ address }: { address: string }) {
  const [name, host] = address.split('@')
  return (
    <a href={`mailto:${address}`}>
      {name}
      <wbr />@{host}
    </a>
  )
}
