/** Forms that record, change, suspend and leave an agreement; each says first what would happen. */
import type { Invalid } from '../../../platform/errors.ts'
import { currentProgrammes } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  Card,
  Checkboxes,
  Confirm,
  ConflictChoice,
  DateField,
  day,
  type Fact,
  Form,
  Page,
  PageHead,
  parseDay,
  plural,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { agreementLink, agreementsLink } from '../links.ts'
import type { FoundAgreement } from '../queries.ts'

/** Records an agreement, or changes the one given. Its law and its programmes never change: that is another agreement. */
export function AgreementForm({ agreement, invalid }: { agreement?: FoundAgreement | undefined; invalid?: Invalid | undefined }) {
  const title = agreement ? `Change ${agreement.name}` : 'Record an agreement'
  const back = agreement ? { href: agreementLink(agreement.id), label: agreement.name } : { href: agreementsLink, label: 'Agreements' }
  const action = agreement ? agreementLink(agreement.id, 'edit') : '/agreements/new'
  return (
    <Page title={title} here={agreementsLink}>
      <PageHead title={title} back={back} />
      <Card>
        <Form action={action} draft={agreement ? undefined : 'new-agreement'} refused={invalid} values={invalid ? {} : valuesOf(agreement)}>
          {agreement ? <input type="hidden" name="version" value={agreement.version} /> : null}
          <TextField name="name" label="Name" />
          {agreement ? null : <LawFields />}
          <TextArea name="purposes" label="What is it for?" hint="One purpose on each line." rows={3} limit={2000} />
          <TextArea name="dataTypes" label="Which kinds of information?" hint="One on each line." rows={3} limit={1000} optional />
          <TextArea
            name="clauses"
            label={agreement ? 'New clauses' : 'Clauses that shares rest on'}
            hint="One on each line, its number first: 4.1 Each party shares only what is needed."
            rows={4}
            optional
          />
          {agreement ? null : <DateField name="startsOn" label="Begins" />}
          <DateField name="reviewOn" label="Next review" hint="Within a year or two." />
          <DateField name="endsOn" label="Ends" hint="Nothing is shared under it from this day." />
          <ButtonRow>
            <Button>{agreement ? 'Save changes' : 'Record the agreement'}</Button>
            <a href={back.href}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}

function LawFields() {
  return (
    <>
      <TextField name="reference" label="Reference" width={20} hint="As on the paper, such as ISA-2026-04." />
      <TextField name="gateway" label="The law that lets agencies share" hint="Such as Crime and Disorder Act 1998, section 115." />
      <TextField
        name="lawfulBasis"
        label="Basis in data-protection law"
        hint="Such as UK GDPR Article 6(1)(e); Data Protection Act 2018, Schedule 1, paragraph 18."
      />
      <Checkboxes
        name="programmes"
        label="Which programmes does it cover?"
        choices={currentProgrammes().map(one => ({ value: one.key, label: one.name }))}
      />
    </>
  )
}

const valuesOf = (agreement?: FoundAgreement): Record<string, unknown> =>
  agreement
    ? {
        name: agreement.name,
        purposes: agreement.purposes,
        dataTypes: agreement.dataTypes,
        reviewOn: agreement.reviewOn,
        endsOn: agreement.endsOn,
      }
    : {}

type Before = { agreement: FoundAgreement; shares: number; invalid?: Invalid | undefined }

/** Says how much rests on an agreement before it is suspended. */
export function SuspendAgreementPage({ agreement, shares, invalid }: Before) {
  return (
    <Page title={`Suspend ${agreement.name}`} here={agreementsLink}>
      <Confirm
        title={`Suspend ${agreement.name}?`}
        action={agreementLink(agreement.id, 'suspension')}
        button="Suspend the agreement"
        kind="danger"
        cancelHref={agreementLink(agreement.id)}
        back={agreement.name}
        refused={invalid}
      >
        <p>
          <strong>{plural(shares, 'share')} rest on it.</strong> At once nobody sees a case through them, until the agreement is put in
          force again. Whoever sees a case in another way still does.
        </p>
        <TextArea name="reason" label="Why?" hint="Everybody in the partnership can read this." rows={2} limit={500} />
      </Confirm>
    </Page>
  )
}

/** Says how much rests on an agreement with one agency before it leaves. */
export function LeaveAgreementPage({ agreement, shares, agency }: Before & { agency: { id: string; name: string } }) {
  return (
    <Page title={`${agency.name} leaves ${agreement.name}`} here={agreementsLink}>
      <Confirm
        title={`Take ${agency.name} out of ${agreement.name}?`}
        action={agreementLink(agreement.id, 'leaving')}
        button={`Take ${agency.name} out`}
        kind="danger"
        cancelHref={agreementLink(agreement.id)}
        back={agreement.name}
        fields={{ agency: agency.id }}
      >
        <p>
          <strong>
            {plural(shares, 'share')} from and to {agency.name} rest on it.
          </strong>{' '}
          At once nobody sees a case through them. Should {agency.name} sign again, those that have not ended open again.
        </p>
      </Confirm>
    </Page>
  )
}

/** Both versions, when somebody was faster. */
export function AgreementConflict({ agreement, by, yours }: { agreement: FoundAgreement; by: string; yours: Record<string, string> }) {
  return (
    <Page title="Which version is right?" here={agreementsLink}>
      <PageHead title="Which version is right?" back={{ href: agreementLink(agreement.id), label: agreement.name }} />
      <ConflictChoice
        action={agreementLink(agreement.id, 'edit')}
        what="this agreement"
        cancelHref={agreementLink(agreement.id)}
        fields={{ ...yours, version: String(agreement.version) }}
        theirs={{ by, facts: factsOf(agreement) }}
        yours={{ by: 'You', facts: factsOf(yours) }}
      />
    </Page>
  )
}

type VersionProps = { name?: string; purposes?: string; dataTypes?: string; clauses?: string; reviewOn?: string; endsOn?: string }

/** Every field that the form changes: where two differ only in one that is left out, they look alike. */
const factsOf = ({ name, purposes, dataTypes, clauses, reviewOn, endsOn }: VersionProps): Fact[] => [
  { name: 'Name', value: name },
  { name: 'What for', value: <Lines words={purposes} /> },
  { name: 'Kinds of information', value: <Lines words={dataTypes} /> },
  { name: 'New clauses', value: clauses ? <Lines words={clauses} /> : 'None' },
  { name: 'Next review', value: dayOf(reviewOn) },
  { name: 'Ends', value: dayOf(endsOn) },
]

const Lines = ({ words = '' }: { words?: string | undefined }) => <span class="kith-written">{words}</span>

/** As one was typed, in any way that a form takes, or as it is kept. */
function dayOf(typed = ''): string {
  const read = parseDay(typed, new Date())
  return read ? day(read) : typed
}
