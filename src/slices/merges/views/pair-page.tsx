/** Two records side by side, what agrees between them, and the question. */
import type { Child } from '#jsx/element'
import type { Invalid } from '../../../platform/errors.ts'
import {
  Button,
  ButtonRow,
  Card,
  Columns,
  Form,
  isoDay,
  nameOf,
  Page,
  PageHead,
  Radios,
  Stack,
  Table,
  Tag,
  TextArea,
} from '../../../ui/index.ts'
import { pairLink, pairsLink, type Reason } from '../../matching/index.ts'
import { ageLine, peopleLink, personLink } from '../../people/index.ts'
import { type Pair, type Record, whoJudges } from '../queries.ts'

type PairProps = { pair: Pair; mayJudge: boolean; invalid?: Invalid | undefined; now: Date }

/** @example <PairPage pair={await findPair(db, id)} mayJudge={await keepsBoth(db, one, other)} now={new Date()} /> */
export function PairPage({ pair, mayJudge, invalid, now }: PairProps) {
  return (
    <Page title="Same person?" here={peopleLink}>
      <PageHead title="Are these the same person?" back={{ href: pairsLink, label: 'Same person?' }} />
      <Columns aside={mayJudge ? <AnswerCard pair={pair} invalid={invalid} now={now} /> : <NotYours />}>
        <Stack>
          <Card title="Both records" flush>
            <Table
              compared
              caption="Both records, side by side"
              columns={[
                { title: 'What', heading: true, cell: line => line.what },
                { title: nameOf(pair.one), cell: line => line.one },
                { title: nameOf(pair.other), cell: line => line.other },
              ]}
              rows={lines(pair, now)}
            />
          </Card>
          {pair.reasons.length > 0 ? <WhyCard reasons={pair.reasons} /> : null}
        </Stack>
      </Columns>
    </Page>
  )
}

function lines({ one, other }: Pair, now: Date) {
  const line = (what: string, of: (record: Record) => Child) => ({ what, one: of(one) || '–', other: of(other) || '–' })
  const joined = (parts: string[]) => [...new Set(parts)].join('; ')
  return [
    line('Record', record => (
      <a href={personLink(record.id)} aria-label={`Open the record of ${nameOf(record)}`}>
        Open
      </a>
    )),
    line('Given name', record => record.givenName),
    line('Family name', record => record.familyName),
    line('Age', record => ageLine(record, isoDay(now)) ?? ''),
    line('Gender', record => record.gender),
    line('Other names', record => joined(record.known.names.map(name => name.name))),
    line('How to reach them', record => joined(record.known.contacts.filter(one => one.category === null).map(contact => contact.value))),
    line('Cases', record => joined(record.known.cases.map(one => `${one.role} in ${one.reference}`))),
    line('On the list of', record => record.heldByName ?? ''),
  ].filter(({ one, other }) => one !== '–' || other !== '–')
}

/** What agrees and what does not, strongest first. */
function WhyCard({ reasons }: { reasons: Reason[] }) {
  return (
    <Card title="What agrees" flush>
      <Table
        compared
        caption="Field by field"
        columns={[
          { title: 'What', heading: true, cell: reason => reason.field },
          { title: 'How', cell: reason => reason.says },
          { title: 'Speaks', cell: ({ bits }) => <Tag kind={bits > 0.5 ? 'pine' : bits < -0.5 ? 'warm' : 'quiet'}>{inWords(bits)}</Tag> },
        ]}
        rows={[...reasons].sort((a, b) => b.bits - a.bits)}
      />
    </Card>
  )
}

const inWords = (bits: number): string =>
  `${bits > 8 ? 'strongly for it' : bits > 0.5 ? 'for it' : bits < -4 ? 'strongly against it' : bits < -0.5 ? 'against it' : 'neither way'} (${bits > 0 ? '+' : ''}${bits.toFixed(1)})`

const NotYours = () => (
  <Card title="Not yours to say">
    <p>{whoJudges}</p>
  </Card>
)

function AnswerCard({ pair, invalid, now }: Omit<PairProps, 'mayJudge'>) {
  const record = (one: Record) => ({ value: one.id, label: nameOf(one), hint: ageLine(one, isoDay(now)) || undefined })
  const same = (
    <>
      <Radios
        name="kept"
        label="Which record is shown?"
        hint="Nothing is lost: the other stays, and both can be taken apart again."
        choices={[record(pair.one), record(pair.other)]}
      />
      <TextArea name="reason" label="How do you know?" rows={2} limit={500} />
    </>
  )
  return (
    <Card>
      <Form action={pairLink(pair.id)} refused={invalid} values={{ kept: fuller(pair).id }}>
        <Radios
          name="answer"
          label="Are they the same person?"
          choices={[
            {
              value: 'same',
              label: 'The same',
              hint: 'Shown as one person to those who may see both records. Nobody sees more than before.',
              reveal: same,
            },
            { value: 'different', label: 'Different people', hint: 'Remembered: nobody is asked again.' },
            { value: 'not sure', label: 'Not sure', hint: 'Stays in the list.' },
          ]}
        />
        <ButtonRow>
          <Button>Save this answer</Button>
          <a href={pairsLink}>Cancel</a>
        </ButtonRow>
      </Form>
    </Card>
  )
}

/** The record that more cases rest on: the likelier one to go on with. */
const fuller = ({ one, other }: Pair): Record => (other.known.cases.length > one.known.cases.length ? other : one)
