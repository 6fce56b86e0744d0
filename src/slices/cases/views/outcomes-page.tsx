/** The outcomes of a case, and how it was closed. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  Card,
  DateField,
  day,
  dayAndTime,
  Details,
  EmptyState,
  Form,
  LinkButton,
  Marks,
  Rows,
  Select,
  TextArea,
  TextField,
  When,
} from '../../../ui/index.ts'
import { caseLink } from '../links.ts'
import type { CaseHead, listClosures, listOutcomes } from '../queries.ts'
import { CasePage } from './case-page.tsx'
import { MarkFields } from './mark-fields.tsx'
import { WhoCanRead } from './who-can-read.tsx'

type Outcome = Awaited<ReturnType<typeof listOutcomes>>[number]
type Closure = Awaited<ReturnType<typeof listClosures>>[number]
type OutcomesProps = { head: CaseHead; outcomes: Outcome[]; closures: Closure[]; invalid?: Invalid | undefined }

/** The page `/cases/:id/outcomes`. */
export function OutcomesPage({ head, outcomes, closures, invalid }: OutcomesProps) {
  return (
    <CasePage head={head} here="outcomes">
      {head.mayContribute ? <OutcomeForm head={head} invalid={invalid} /> : null}
      <Card title="Outcomes" flush>
        <Rows
          label="Outcomes"
          rows={outcomes.map(outcome => row(outcome, head))}
          empty={
            <EmptyState icon="target" title="No outcomes yet">
              What was achieved will be listed here, recorded by whichever agency delivered it.
            </EmptyState>
          }
        />
      </Card>
      {closures.map(closure => (
        <ClosureCard closure={closure} />
      ))}
      {head.mayAmend && !head.closedAt ? (
        <p>
          <LinkButton href={`${caseLink(head.id)}/closure`} kind="quiet">
            Close this {programmeOf(head).caseWord}
          </LinkButton>
        </p>
      ) : null}
    </CasePage>
  )
}

function OutcomeForm({ head, invalid }: { head: CaseHead; invalid?: Invalid | undefined }) {
  return (
    <Details add summary="Record an outcome" open={Boolean(invalid)}>
      <Form action={caseLink(head.id, 'outcomes')} draft={`outcome:${head.id}`} refused={invalid}>
        <Select
          name="kind"
          label="What was achieved?"
          empty="Choose"
          choices={programmeOf(head).outcomes.map(one => ({ value: one, label: one }))}
        />
        <TextField name="quantity" label="How many?" width={4} inputmode="numeric" value="1" />
        <DateField name="achieved" label="When?" value={new Date()} />
        <TextArea name="detail" label="Detail" optional rows={3} limit={4000} />
        <MarkFields head={head} sensitive={false} />
        <Button>Record outcome</Button>
      </Form>
    </Details>
  )
}

function row(outcome: Outcome, head: CaseHead) {
  return {
    id: `outcome-${outcome.id}`,
    title: outcome.quantity > 1 ? `${outcome.kind} × ${outcome.quantity}` : outcome.kind,
    about: (
      <>
        {outcome.detail}
        <p class="kith-provenance">
          <span>
            {outcome.workerName}, {outcome.agencyName}
          </span>
          <WhoCanRead what="outcome" id={outcome.id} />
        </p>
      </>
    ),
    end: (
      <>
        <Marks mark={{ side: outcome.side }} sides={programmeOf(head).sides} /> {day(outcome.achievedOn).slice(4)}
      </>
    ),
  }
}

function ClosureCard({ closure }: { closure: Closure }) {
  return (
    <Card title={`Closed: ${closure.reason}`} id={`closure-${closure.id}`}>
      <p>{closure.result}</p>
      {closure.personView ? <blockquote class="kith-written">“{closure.personView}”</blockquote> : null}
      <p class="kith-provenance">
        <span>{closure.closedByName}</span>
        <span>{dayAndTime(closure.closedAt)}</span>
        <WhoCanRead what="closure" id={closure.id} />
      </p>
      {closure.reopenedAt ? (
        <p>
          Opened again by {closure.reopenedByName} on <When at={closure.reopenedAt} time={false} />: {closure.reopenReason}
        </p>
      ) : null}
    </Card>
  )
}
