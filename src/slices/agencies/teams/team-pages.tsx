/** Teams: the list, one team with its seats, and their forms. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  Card,
  Columns,
  Details,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Page,
  PageHead,
  PostButton,
  Prose,
  Rows,
  Select,
  Stack,
  Table,
  Tag,
  When,
} from '../../../ui/index.ts'
import { agenciesLink, agencyLink, teamLink, teamsLink, workerLink } from '../links.ts'
import type { Deed } from '../queries.ts'
import { Deeds, WhoIsWho, workerChoices } from '../views/shared.tsx'
import type { FoundTeam, ListedTeam, Seat } from './queries.ts'

export function TeamList({ teams, mayAdd }: { teams: ListedTeam[]; mayAdd: boolean }) {
  return (
    <Page title="Teams" here={agenciesLink}>
      <WhoIsWho
        title="Teams"
        here={teamsLink}
        actions={
          mayAdd ? (
            <LinkButton href="/teams/new" icon="plus">
              Add a team
            </LinkButton>
          ) : null
        }
      />
      <Table
        caption="Teams"
        rule={['teams']}
        rows={teams}
        columns={[
          { title: 'Team', heading: true, sortBy: team => team.name, cell: team => <Name team={team} /> },
          {
            title: 'Whose',
            sortBy: team => team.agencyName ?? 'Several agencies',
            cell: team => team.agencyName ?? 'Several agencies',
            plain: true,
          },
          { title: 'What for', cell: team => team.purpose, spare: true },
          {
            title: 'People',
            numeric: true,
            sortBy: team => Number(team.seats),
            cell: team => String(team.seats),
            plain: team => (Number(team.seats) === 1 ? 'person' : 'people'),
          },
        ]}
        empty={
          <EmptyState icon="people" title="No teams yet">
            A team works its cases apart from the rest of its agency, or across several agencies.
          </EmptyState>
        }
      />
    </Page>
  )
}

function Name({ team }: { team: ListedTeam }) {
  return (
    <>
      <a href={teamLink(team.id)}>{team.name}</a> {team.endedOn ? <Tag kind="quiet">Ended</Tag> : null}
    </>
  )
}

type TeamProps = {
  team: FoundTeam
  seats: Seat[]
  choices: Parameters<typeof workerChoices>[0]
  deeds: Deed[]
  administers: boolean
  endsSeat: (seat: Seat) => boolean
  invalid?: Invalid | undefined
}

export function TeamPage(props: TeamProps) {
  const { team, seats, deeds, administers } = props
  const now = seats.filter(seat => seat.sits)
  const before = seats.filter(seat => !seat.sits)
  return (
    <Page title={team.name} here={agenciesLink}>
      <PageHead
        title={team.name}
        kind={team.agencyName ?? 'A team of several agencies'}
        back={{ href: teamsLink, label: 'Teams' }}
        tags={team.endedOn ? <Tag kind="quiet">Ended</Tag> : undefined}
        actions={
          administers && !team.endedOn ? (
            <LinkButton href={teamLink(team.id, 'edit')} kind="quiet" icon="pencil">
              Change
            </LinkButton>
          ) : null
        }
      />
      {team.endedOn ? (
        <Notice>
          This team ended on <When at={team.endedOn} time={false} />. What was shared with it opens to nobody through it.
        </Notice>
      ) : null}
      <Columns aside={<Aside {...props} />}>
        <Stack>
          <Card title="Who is in it" count={now.length} flush>
            <Rows
              label="Members"
              rule={['team_members']}
              rows={now.map(seat => seatRow(props, seat))}
              empty={
                <EmptyState icon="people" title="Nobody is in this team">
                  A case shared with it opens to nobody until somebody joins.
                </EmptyState>
              }
            />
          </Card>
          {before.length > 0 ? (
            <Details summary={`Who was in it before (${before.length})`}>
              <Rows rule={['team_members']} rows={before.map(seat => seatRow(props, seat))} />
            </Details>
          ) : null}
          <Deeds deeds={deeds} />
        </Stack>
      </Columns>
    </Page>
  )
}

function seatRow({ team, endsSeat }: TeamProps, seat: Seat) {
  return {
    title: seat.name,
    href: workerLink(seat.workerId),
    about: (
      <div class="kith-parts">
        <span>{[seat.jobTitle, seat.agencyName].filter(Boolean).join(', ')}</span>
        <span>
          since <When at={seat.startsOn} time={false} />
          {seat.sits || !seat.endsOn ? null : (
            <>
              {' '}
              until <When at={seat.endsOn} time={false} />
            </>
          )}
        </span>
      </div>
    ),
    end:
      seat.sits && endsSeat(seat) ? (
        <PostButton action={teamLink(team.id, `seats/${seat.id}/end`)} kind="quiet" small label={`Take out ${seat.name}`}>
          Take out
        </PostButton>
      ) : undefined,
  }
}

function Aside({ team, choices, administers, invalid }: TeamProps) {
  return (
    <>
      <Card title="What it is for">
        <Prose>
          <p>{team.purpose || 'Nobody has written what this team is for.'}</p>
          <p>
            {team.agencyId ? (
              <>
                Cases shared with this team are seen by its members only, not by the rest of{' '}
                <a href={agencyLink(team.agencyId)}>{team.agencyName}</a>.
              </>
            ) : (
              'Under an agreement, a case shared with this team opens to those members whose own agency has signed it.'
            )}
          </p>
        </Prose>
      </Card>
      {administers && !team.endedOn ? (
        <Card title="Add somebody">
          <Form action={teamLink(team.id, 'seats')} refused={invalid}>
            <Select
              name="worker"
              label="Who joins?"
              empty="Choose a worker"
              choices={workerChoices(choices)}
              hint="They see what is shared with the team from their next click."
            />
            <Button kind="secondary">Add to the team</Button>
          </Form>
        </Card>
      ) : null}
    </>
  )
}
