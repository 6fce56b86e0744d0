/** Equality monitoring: on a page of its own, seen only by the agency that asked. */
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  capital,
  Card,
  day,
  Form,
  nameOf,
  Notice,
  Page,
  PageHead,
  Radios,
  Select,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { equalityQuestions } from '../equality.ts'
import { peopleLink, personLink, personPartLink } from '../links.ts'
import type { listEqualityAnswers, Person } from '../queries.ts'

type EqualityProps = {
  person: Person
  answers: Awaited<ReturnType<typeof listEqualityAnswers>>
  agencyName: string
  invalid?: Invalid | undefined
}

/** What the person said, or chose not to say. */
export function EqualityPage({ person, answers, agencyName, invalid }: EqualityProps) {
  const name = nameOf(person)
  return (
    <Page title={`Equality monitoring: ${name}`} here={peopleLink}>
      <PageHead title="Equality monitoring" kind={name} back={{ href: personLink(person.id), label: name }} />
      <Notice>
        Only {agencyName} sees these answers. They are kept apart from casework and counted without names. This look has been logged.
      </Notice>
      <Card title="Answers" flush narrow>
        <Table
          caption="Answers"
          rule={['equality_answers']}
          rows={answers}
          empty={
            <p class="kith-none kith-card__pad">
              Nothing asked yet. Every answer is the person’s choice, and “Prefer not to say” is always one.
            </p>
          }
          columns={[
            { title: 'Question', heading: true, cell: row => capital(row.question) },
            { title: 'Answer', cell: row => row.answer },
            { title: 'Who said so', cell: row => (row.source === 'self' ? 'They did' : 'Observed') },
            { title: 'Recorded', cell: row => `${day(row.recordedAt)}, ${row.by}` },
          ]}
        />
      </Card>
      <AnswersForm person={person} invalid={invalid} />
    </Page>
  )
}

function AnswersForm({ person, invalid }: Pick<EqualityProps, 'person' | 'invalid'>) {
  return (
    <Card title="Record answers">
      <Form action={personPartLink(person.id, 'equality')} refused={invalid}>
        {equalityQuestions.map(({ question, field, answers: offered }) =>
          offered.length > 0 ? (
            <Select
              name={field}
              label={capital(question)}
              optional
              empty="Not asked"
              choices={[...offered, 'Prefer not to say'].map(value => ({ value, label: value }))}
            />
          ) : (
            <TextField name={field} label={capital(question)} optional width={20} />
          ),
        )}
        <TextField name="ownWords" label="In their own words" optional hint="Instead of the list, for the question chosen here" />
        <Select
          name="ownWordsFor"
          label="Which question do these words answer?"
          optional
          empty="Choose a question"
          choices={equalityQuestions.map(one => ({ value: one.field, label: capital(one.question) }))}
        />
        <Radios
          name="source"
          label="Who said so?"
          inline
          value="self"
          choices={[
            { value: 'self', label: 'They did' },
            { value: 'observed', label: 'We observed it' },
          ]}
        />
        <ButtonRow>
          <Button>Save answers</Button>
          <a href={personLink(person.id)}>Cancel</a>
        </ButtonRow>
      </Form>
    </Card>
  )
}
