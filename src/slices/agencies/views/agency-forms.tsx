/** Forms that add, change and suspend an agency. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  Confirm,
  ConflictChoice,
  type Fact,
  Form,
  Page,
  PageHead,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { agenciesLink, agencyLink } from '../links.ts'
import type { Deed, FoundAgency } from '../queries.ts'
import { agencyKinds, kindName } from '../words.ts'

/** Adds an agency, or changes the one given. */
export function AgencyForm({ agency, invalid }: { agency?: FoundAgency | undefined; invalid?: Invalid | undefined }) {
  const title = agency ? `Change ${agency.shortName}` : 'Add an agency'
  const back = agency ? { href: agencyLink(agency.id), label: agency.name } : { href: agenciesLink, label: 'Agencies' }
  return (
    <Page title={title} here={agenciesLink}>
      <PageHead title={title} back={back} />
      <Card>
        <Form
          action={agency ? agencyLink(agency.id, 'edit') : '/agencies/new'}
          refused={invalid}
          values={agency ? { name: agency.name, shortName: agency.shortName, kind: agency.kind, contact: agency.contact } : {}}
        >
          {agency ? <input type="hidden" name="version" value={agency.version} /> : null}
          <TextField name="name" label="Full name" />
          <TextField
            name="shortName"
            label="Short name"
            hint="What people call it, such as Housing. It stands beside every note its workers write."
            width={20}
          />
          <Select
            name="kind"
            label="What kind of agency is it?"
            empty="Choose a kind"
            choices={agencyKinds.map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name="contact"
            label="How to reach it"
            hint="A duty line or shared mailbox. Somebody who only knows that this agency holds something sees this and nothing else."
            rows={2}
            limit={500}
            optional
          />
          <ButtonRow>
            <Button>{agency ? 'Save changes' : 'Add the agency'}</Button>
            <a href={back.href}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

/** Asks why, before an agency is shut out. */
export function SuspensionPage({ agency, people, invalid }: { agency: FoundAgency; people: number; invalid?: Invalid | undefined }) {
  return (
    <Page title={`Suspend ${agency.shortName}`} here={agenciesLink}>
      <Confirm
        title={`Suspend ${agency.name}?`}
        action={agencyLink(agency.id, 'suspension')}
        button={`Suspend ${agency.shortName}`}
        kind="danger"
        cancelHref={agencyLink(agency.id)}
        back={agency.name}
        refused={invalid}
      >
        <p>
          From their next click its {people} workers see nothing. What is shared with it stays shut until it is let back in. Its own cases
          stay open to those they are shared with.
        </p>
        <TextArea name="reason" label="Why?" hint="Everybody in the partnership can read this." rows={2} limit={500} />
      </Confirm>
    </Page>
  )
}

/** Both versions, when somebody was faster. */
export function AgencyConflict({ agency, last, yours }: { agency: FoundAgency; last: Deed | undefined; yours: Record<string, string> }) {
  return (
    <Page title="Which version is right?" here={agenciesLink}>
      <PageHead title="Which version is right?" back={{ href: agencyLink(agency.id), label: agency.name }} />
      <ConflictChoice
        action={agencyLink(agency.id, 'edit')}
        what="this agency"
        cancelHref={agencyLink(agency.id)}
        fields={{ ...yours, version: String(agency.version) }}
        theirs={{ by: last?.by ?? 'A colleague', at: last?.at, facts: factsOf(agency) }}
        yours={{ by: 'You', facts: factsOf(yours) }}
      />
    </Page>
  )
}

const factsOf = ({ name, shortName, kind = '', contact }: Partial<Record<'name' | 'shortName' | 'kind' | 'contact', string>>): Fact[] => [
  { name: 'Full name', value: name },
  { name: 'Short name', value: shortName },
  { name: 'Kind', value: kindName(kind) },
  { name: 'How to reach it', value: contact },
]
