/** One agreement: what may be shared, on which law, among whom, until when, and what rests on it. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  Card,
  Columns,
  DateField,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  Page,
  PageHead,
  plural,
  PostButton,
  Prose,
  Rows,
  Select,
  Stack,
  SummaryList,
  Tag,
  TextField,
  When,
} from '../../../ui/index.ts'
import { agencyLink, type Deed, Deeds } from '../../agencies/index.ts'
import { agreementLink, agreementsLink } from '../links.ts'
import type { FoundAgreement, listClauses, Party } from '../queries.ts'
import { programmeNames, StandingTag } from './words.tsx'

export type AgreementProps = {
  agreement: FoundAgreement
  clauses: Awaited<ReturnType<typeof listClauses>>
  parties: Party[]
  deeds: Deed[]
  me: { agencyId: string; agencyName: string }
  governs: boolean
  administers: boolean
  /** How many shares rest on it: in all for the partnership's administrators, else with one's own agency. */
  shares: number
  others: { id: string; name: string }[]
  invalid?: Invalid | undefined
}

export function AgreementPage(props: AgreementProps) {
  const { agreement, clauses, deeds } = props
  return (
    <Page title={agreement.name} here={agreementsLink}>
      <PageHead
        title={agreement.name}
        reference={agreement.reference}
        back={{ href: agreementsLink, label: 'Agreements' }}
        tags={
          <>
            <StandingTag standing={agreement.standing} />
            {agreement.reviewOverdue ? <Tag kind="warm">Review overdue</Tag> : null}
          </>
        }
        actions={<Actions {...props} />}
      />
      <Notices {...props} />
      <Columns aside={<Aside {...props} />}>
        <Stack>
          <Card title="What it says">
            <Facts agreement={agreement} />
          </Card>
          {clauses.length > 0 ? (
            <Card title="Clauses" flush>
              <Rows
                label="Clauses"
                rule={['agreement_clauses']}
                rows={clauses.map(clause => ({ lead: <strong>{clause.number}</strong>, title: clause.words }))}
              />
            </Card>
          ) : null}
          <Card title="Who has signed" count={props.parties.filter(one => one.party).length} flush>
            <Rows
              label="Parties"
              rule={['agreement_parties']}
              rows={props.parties.map(one => partyRow(props, one))}
              empty={<EmptyState title="Nobody yet">It covers nothing until two agencies have signed.</EmptyState>}
            />
          </Card>
          <Deeds deeds={deeds} />
        </Stack>
      </Columns>
    </Page>
  )
}

function Actions({ agreement, administers }: AgreementProps) {
  if (!administers) return null
  return (
    <>
      <LinkButton href={agreementLink(agreement.id, 'edit')} kind="quiet" icon="pencil">
        Change
      </LinkButton>
      {agreement.suspendedAt ? null : (
        <LinkButton href={agreementLink(agreement.id, 'suspension')} kind="quiet" icon="lock">
          Suspend
        </LinkButton>
      )}
    </>
  )
}

function Notices({ agreement, administers }: AgreementProps) {
  return (
    <>
      {agreement.suspendedAt ? (
        <Notice
          kind="problem"
          title="This agreement is suspended"
          actions={
            administers ? (
              <PostButton action={agreementLink(agreement.id, 'resumption')} kind="secondary">
                Put it in force again
              </PostButton>
            ) : undefined
          }
        >
          <p>
            {agreement.suspendedReason} Since <When at={agreement.suspendedAt} />. What rests on it is shut until then.
          </p>
        </Notice>
      ) : null}
      {agreement.reviewOverdue ? (
        <Notice kind="attention" title="Its review is overdue">
          <p>
            It should have been looked at again on <When at={agreement.reviewOn} time={false} />.
          </p>
        </Notice>
      ) : null}
    </>
  )
}

function Facts({ agreement }: { agreement: FoundAgreement }) {
  return (
    <SummaryList
      facts={[
        { name: 'What for', value: <Lines text={agreement.purposes} /> },
        { name: 'The law that lets agencies share', value: agreement.gateway },
        { name: 'Basis in data-protection law', value: agreement.lawfulBasis },
        { name: 'Programmes', value: programmeNames(agreement.programmes) },
        { name: 'Kinds of information', value: <Lines text={agreement.dataTypes} /> },
        { name: 'Begins', value: <When at={agreement.startsOn} time={false} /> },
        { name: 'Next review', value: <When at={agreement.reviewOn} time={false} now={new Date()} /> },
        { name: 'Ends', value: <When at={agreement.endsOn} time={false} now={new Date()} /> },
      ]}
    />
  )
}

function Lines({ text }: { text: string }) {
  const lines = text.split(/\n|; /).filter(Boolean)
  return (
    <>
      {lines.map(line => (
        <div>{line}</div>
      ))}
    </>
  )
}

function partyRow({ agreement, administers }: AgreementProps, party: Party) {
  return {
    title: party.name,
    href: agencyLink(party.id),
    about: (
      <>
        Signed by {party.signedBy}, <When at={party.signedOn} time={false} />
        {party.leftOn ? (
          <>
            {' '}
            ·&nbsp;left <When at={party.leftOn} time={false} />
          </>
        ) : null}
      </>
    ),
    end: (
      <>
        {party.suspendedAt ? <Tag kind="red">Suspended</Tag> : null}
        {party.party ? null : <Tag kind="quiet">Left</Tag>}
        {party.party && administers ? (
          <LinkButton href={`${agreementLink(agreement.id, 'leaving')}?agency=${party.id}`} kind="quiet" small>
            Take out
          </LinkButton>
        ) : null}
      </>
    ),
  }
}

function Aside(props: AgreementProps) {
  const { agreement, parties, me, governs, administers, shares, others, invalid } = props
  const signed = parties.find(one => one.id === me.agencyId && one.party)
  return (
    <>
      <Card title={me.agencyName}>
        <Prose>
          <p>
            {signed ? (
              <>
                Your agency signed on <When at={signed.signedOn} time={false} />.
              </>
            ) : (
              'Your agency has not signed this agreement.'
            )}
          </p>
          {governs || administers ? (
            <p>
              {plural(shares, 'share')} {administers ? 'in all' : 'from and to your agency'} rest on it.
            </p>
          ) : null}
        </Prose>
        {governs && signed ? (
          <LinkButton href={`${agreementLink(agreement.id, 'leaving')}?agency=${me.agencyId}`} kind="quiet">
            Leave the agreement
          </LinkButton>
        ) : null}
        {governs && !signed ? (
          <SignForm agreement={agreement} agencies={[{ id: me.agencyId, name: me.agencyName }]} invalid={invalid} />
        ) : null}
      </Card>
      {administers && others.length > 0 ? (
        <Card title="Record a signature on paper">
          <SignForm agreement={agreement} agencies={others} invalid={invalid} choose />
        </Card>
      ) : null}
    </>
  )
}

type SignProps = { agreement: FoundAgreement; agencies: { id: string; name: string }[]; invalid: Invalid | undefined; choose?: boolean }

function SignForm({ agreement, agencies, invalid, choose = false }: SignProps) {
  return (
    <Form id={choose ? 'paper' : 'sign'} action={agreementLink(agreement.id, 'signatures')} refused={invalid}>
      {choose ? (
        <Select
          name="agency"
          label="Which agency signed?"
          empty="Choose an agency"
          choices={agencies.map(one => ({ value: one.id, label: one.name }))}
        />
      ) : (
        <input type="hidden" name="agency" value={agencies[0]?.id} />
      )}
      <TextField name="signedBy" label="Who signed, and their job" />
      {choose ? <DateField name="signedOn" label="When?" hint="Leave empty for today." optional /> : null}
      <Button kind="secondary">{choose ? 'Record the signature' : `Sign for ${agencies[0]?.name}`}</Button>
    </Form>
  )
}
