/** The pages on which a worker leaves or moves: what they lead is handed over on the same page. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  Form,
  Page,
  PageHead,
  plural,
  Prose,
  Select,
  Stack,
  TextField,
  When,
} from '../../../ui/index.ts'
import { agenciesLink, workerLink } from '../links.ts'
import { workerChoices } from '../views/shared.tsx'
import type { FoundWorker, Heir, LedCase } from './queries.ts'

type Props = { worker: FoundWorker; led: LedCase[]; invalid?: Invalid | undefined }

/** Asks who takes over, and says what ends. */
export function LeavingPage({ worker, led, invalid }: Props) {
  return (
    <Page title={`${worker.name} leaves`} here={agenciesLink}>
      <PageHead title={`${worker.name} leaves`} kind={worker.agencyName} back={{ href: workerLink(worker.id), label: worker.name }} />
      <Form action={workerLink(worker.id, 'leaving')} refused={invalid}>
        <Stack>
          <Handover led={led} />
          <Card title="What happens then">
            <Prose>
              <p>
                At once {worker.name} is signed out everywhere and cannot come back in. Shares made to them in person, their seats in teams
                and their roles end. What they wrote stays, in their name.
              </p>
            </Prose>
            <ButtonRow>
              <Button kind="danger">{`End ${worker.name}’s access now`}</Button>
              <a href={workerLink(worker.id)}>Cancel</a>
            </ButtonRow>
          </Card>
        </Stack>
      </Form>
    </Page>
  )
}

/** Asks where to and who takes over. */
export function MovePage({ worker, led, agencies, invalid }: Props & { agencies: { id: string; name: string }[] }) {
  return (
    <Page title={`Move ${worker.name}`} here={agenciesLink}>
      <PageHead
        title={`Move ${worker.name} to another agency`}
        kind={worker.agencyName}
        back={{ href: workerLink(worker.id), label: worker.name }}
      />
      <Form action={workerLink(worker.id, 'move')} refused={invalid}>
        <Stack>
          <Card title="Where to">
            <Select
              name="agency"
              label="New agency"
              empty="Choose an agency"
              choices={agencies.filter(one => one.id !== worker.agencyId).map(one => ({ value: one.id, label: one.name }))}
            />
            <TextField name="jobTitle" label="New job" optional value={worker.jobTitle} />
          </Card>
          <Handover led={led} />
          <Card title="What happens then">
            <Prose>
              <p>
                At their next click {worker.name} sees what the new agency sees, and nothing of what {worker.agencyName} keeps. Shares made
                to them in person, their seats in teams and their roles stay behind; so do tasks and messages to them by name, and what they
                wrote for named readers.
              </p>
            </Prose>
            <ButtonRow>
              <Button>{`Move ${worker.name}`}</Button>
              <a href={workerLink(worker.id)}>Cancel</a>
            </ButtonRow>
          </Card>
        </Stack>
      </Form>
    </Page>
  )
}

/** What somebody left behind who has left or moved already: handed on by another administrator. */
export function LeftCasesPage({ worker, led, invalid }: Props) {
  return (
    <Page title={`What ${worker.name} led`} here={agenciesLink}>
      <PageHead title={`What ${worker.name} led`} kind={worker.agencyName} back={{ href: workerLink(worker.id), label: worker.name }} />
      <Form action={workerLink(worker.id, 'cases')} refused={invalid}>
        <Stack>
          <Handover led={led} />
          {led.some(one => one.heirs.length > 0) ? (
            <ButtonRow>
              <Button>{led.length === 1 ? 'Hand it on' : 'Hand them on'}</Button>
              <a href={workerLink(worker.id)}>Cancel</a>
            </ButtonRow>
          ) : null}
        </Stack>
      </Form>
    </Page>
  )
}

function Handover({ led }: { led: LedCase[] }) {
  if (led.length === 0)
    return (
      <Card title="What they lead">
        <EmptyState icon="check" title="No open case">
          Nothing needs handing over.
        </EmptyState>
      </Card>
    )
  const all = [...new Map(led.flatMap(one => one.heirs).map(heir => [heir.id, heir])).values()]
  return (
    <Card title={`What they lead: ${plural(led.length, 'open case')}`}>
      <Prose>
        <p>You see references only.</p>
      </Prose>
      {led.length > 1 ? (
        <Select
          name="heir"
          label="Who takes over all of them?"
          hint="Choose differently for single cases below."
          empty="Choose a colleague"
          choices={workerChoices(byName(all))}
        />
      ) : null}
      {led.map(one => (
        <OneCase led={one} alone={led.length === 1} />
      ))}
    </Card>
  )
}

function OneCase({ led, alone }: { led: LedCase; alone: boolean }) {
  if (led.heirs.length === 0)
    return (
      <p>
        <strong>{led.reference}</strong>: nobody else is in its team. It stays with the team until somebody joins.
      </p>
    )
  return (
    <Select
      name={`heir:${led.caseId}`}
      label={`Who takes over ${led.reference}?`}
      hint={
        <>
          Opened <When at={led.openedAt} time={false} />
        </>
      }
      empty={alone ? 'Choose a colleague' : 'As above'}
      choices={workerChoices(led.heirs)}
    />
  )
}

const byName = (heirs: Heir[]): Heir[] => heirs.toSorted((a, b) => a.name.localeCompare(b.name))
