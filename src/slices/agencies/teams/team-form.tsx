/** The form that adds a team, or changes and ends one; and both versions, when somebody was faster. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  ConflictChoice,
  type Fact,
  Form,
  Page,
  PageHead,
  PostButton,
  Prose,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { agenciesLink, teamLink, teamsLink } from '../links.ts'
import type { Deed } from '../queries.ts'
import type { FoundTeam } from './queries.ts'

type FormProps = {
  team?: FoundTeam | undefined
  agencies?: { id: string; name: string }[] | undefined
  several?: boolean
  agency?: string | undefined
  invalid?: Invalid | undefined
}

/** Adds a team, or changes and ends the one given. */
export function TeamForm({ team, agencies = [], several = false, agency, invalid }: FormProps) {
  const title = team ? `Change ${team.name}` : 'Add a team'
  const back = team ? { href: teamLink(team.id), label: team.name } : { href: teamsLink, label: 'Teams' }
  return (
    <Page title={title} here={agenciesLink}>
      <PageHead title={title} back={back} />
      <Card>
        <Form
          action={team ? teamLink(team.id, 'edit') : '/teams/new'}
          refused={invalid}
          values={team ? { name: team.name, purpose: team.purpose } : { agency }}
        >
          {team ? <input type="hidden" name="version" value={team.version} /> : null}
          <TextField name="name" label="Name" />
          <TextArea name="purpose" label="What is it for?" rows={2} limit={500} optional />
          {team ? null : (
            <Select
              name="agency"
              label="Whose team is it?"
              {...(several && { empty: 'Several agencies together' })}
              choices={agencies.map(one => ({ value: one.id, label: one.name }))}
            />
          )}
          <ButtonRow>
            <Button>{team ? 'Save changes' : 'Add the team'}</Button>
            <a href={back.href}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
      {team ? (
        <Card title="End the team">
          <Prose>
            <p>What is shared with it then opens to nobody through it. This cannot be undone; a new team can be added.</p>
          </Prose>
          <PostButton action={teamLink(team.id, 'end')} kind="danger">{`End ${team.name}`}</PostButton>
        </Card>
      ) : null}
    </Page>
  )
}

type ConflictProps = { team: FoundTeam; last: Deed | undefined; yours: Record<string, string> }

/** Shown with status 409. */
export function TeamConflict({ team, last, yours: { name = '', purpose = '' } }: ConflictProps) {
  return (
    <Page title="Which version is right?" here={agenciesLink}>
      <PageHead title="Which version is right?" back={{ href: teamLink(team.id), label: team.name }} />
      <ConflictChoice
        action={teamLink(team.id, 'edit')}
        what="this team"
        cancelHref={teamLink(team.id)}
        fields={{ name, purpose, version: String(team.version) }}
        theirs={{ by: last?.by ?? 'A colleague', at: last?.at, facts: factsOf(team) }}
        yours={{ by: 'You', facts: factsOf({ name, purpose }) }}
      />
    </Page>
  )
}

const factsOf = ({ name, purpose }: { name: string; purpose: string }): Fact[] => [
  { name: 'Name', value: name },
  { name: 'What it is for', value: purpose },
]
