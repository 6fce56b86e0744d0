/** Forms that add a worker, and change one; and both versions, when somebody was faster. */
import type { Role } from '../../../platform/actor.ts'
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  Checkbox,
  Checkboxes,
  ConflictChoice,
  type Fact,
  Form,
  Page,
  PageHead,
  TextField,
} from '../../../ui/index.ts'
import { agenciesLink, agencyLink, workerLink } from '../links.ts'
import type { Deed } from '../queries.ts'
import { roles } from '../words.ts'
import type { FoundWorker } from './queries.ts'

/** The roles that the asker may give, as choices. */
export const roleChoices = (partnership: boolean) =>
  roles
    .filter(role => partnership || role.key !== 'partnership_administrator')
    .map(role => ({ value: role.key as Role, label: role.name, hint: role.may }))

type NewProps = {
  name: string
  teams: { id: string; name: string }[]
  agency: string
  administersPartnership: boolean
  invalid?: Invalid | undefined
}

/** The joiner's form: a worker, their roles and teams, and the invitation, in one go. */
export function NewWorkerPage({ name, teams, agency, administersPartnership, invalid }: NewProps) {
  return (
    <Page title="Add a worker" here={agenciesLink}>
      <PageHead title="Add a worker" kind={name} back={{ href: agencyLink(agency), label: name }} />
      <Card>
        <Form
          action={`/workers/new?agency=${agency}`}
          draft={`new-worker:${agency}`}
          refused={invalid}
          values={invalid ? {} : { invite: 'yes' }}
        >
          <input type="hidden" name="agency" value={agency} />
          <TextField name="name" label="Name" autocomplete="off" />
          <TextField name="email" label="E-mail at work" type="email" autocomplete="off" spellcheck={false} hint="They sign in with it." />
          <TextField name="jobTitle" label="Job" optional />
          <TextField name="phone" label="Telephone" type="tel" width={20} optional />
          {teams.length > 0 ? (
            <Checkboxes name="teams" label="Teams" optional choices={teams.map(team => ({ value: team.id, label: team.name }))} />
          ) : null}
          <Checkboxes
            name="roles"
            label="What will they administer?"
            optional
            hint="Most workers need nothing here."
            choices={roleChoices(administersPartnership)}
          />
          <Checkbox name="invite" label="Send them an invitation now" />
          <ButtonRow>
            <Button>Add the worker</Button>
            <a href={agencyLink(agency)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

/** Changes a worker's details. */
export function EditWorkerPage({ worker, invalid }: { worker: FoundWorker; invalid?: Invalid | undefined }) {
  return (
    <Page title={`Change ${worker.name}`} here={agenciesLink}>
      <PageHead title={`Change ${worker.name}`} back={{ href: workerLink(worker.id), label: worker.name }} />
      <Card>
        <Form
          action={workerLink(worker.id, 'edit')}
          refused={invalid}
          values={{ name: worker.name, jobTitle: worker.jobTitle, phone: worker.phone }}
        >
          <input type="hidden" name="version" value={worker.version} />
          <TextField name="name" label="Name" />
          <TextField name="jobTitle" label="Job" optional />
          <TextField name="phone" label="Telephone" type="tel" width={20} optional />
          <ButtonRow>
            <Button>Save changes</Button>
            <a href={workerLink(worker.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

type ConflictProps = { worker: FoundWorker; last: Deed | undefined; yours: Record<string, string> }

/** Shown with status 409. */
export function WorkerConflict({ worker, last, yours: { name = '', jobTitle = '', phone = '' } }: ConflictProps) {
  return (
    <Page title="Which version is right?" here={agenciesLink}>
      <PageHead title="Which version is right?" back={{ href: workerLink(worker.id), label: worker.name }} />
      <ConflictChoice
        action={workerLink(worker.id, 'edit')}
        what="these details"
        cancelHref={workerLink(worker.id)}
        fields={{ name, jobTitle, phone, version: String(worker.version) }}
        theirs={{ by: last?.by ?? 'A colleague', at: last?.at, facts: factsOf(worker) }}
        yours={{ by: 'You', facts: factsOf({ name, jobTitle, phone }) }}
      />
    </Page>
  )
}

const factsOf = ({ name, jobTitle, phone }: { name: string; jobTitle: string; phone: string }): Fact[] => [
  { name: 'Name', value: name },
  { name: 'Job', value: jobTitle },
  { name: 'Telephone', value: phone },
]
