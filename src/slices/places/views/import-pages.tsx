/** Importing a list of places: choose it, see what would become of every row, then add them. */
import { programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  ButtonRow,
  Card,
  Checkbox,
  Details,
  FileField,
  Form,
  Notice,
  plural,
  PostButton,
  type Refused,
  Select,
  Stack,
  Stats,
  Table,
  Tag,
  type TagKind,
  TextArea,
} from '../../../ui/index.ts'
import { asksSide, type CaseHead, CasePage, SideField } from '../../cases/index.ts'
import type { CheckedRow, Outcome } from '../check-rows.ts'
import { fields } from '../columns.ts'
import type { WaitingList } from '../import.ts'
import { importLink, placesLink } from '../links.ts'
import { placeAddress, placeName } from '../same.ts'

/** The page `/cases/:id/places/import`. */
export function ImportPage({ head, refused }: { head: CaseHead; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="places">
      <Card title="Import a list of places">
        <Form action={importLink(head.id)} refused={refused} files>
          <FileField
            name="file"
            label="CSV file"
            accept=".csv,.txt,.tsv,text/csv"
            optional
            hint="Any columns, in any order: on the next page you see what they were taken for. Up to 1,000 places at a time."
          />
          <TextArea name="text" label="Or paste rows from a spreadsheet" optional rows={6} />
          <ButtonRow>
            <Button>Check the list</Button>
            <a href={placesLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

const words: Record<Outcome, { label: string; kind: TagKind }> = {
  new: { label: 'New place', kind: 'green' },
  known: { label: 'Known place', kind: 'blue' },
  there: { label: 'In the case already', kind: 'quiet' },
  twice: { label: 'Twice in the list', kind: 'quiet' },
  refused: { label: 'Cannot be added', kind: 'red' },
}

type CheckProps = { head: CaseHead; waiting: WaitingList; rows: CheckedRow[]; refused?: Refused | undefined }

/** The page `/cases/:id/places/import/check`: nothing has been written yet. */
export function CheckPage({ head, waiting, rows, refused }: CheckProps) {
  const count = (...outcomes: Outcome[]) => rows.filter(row => outcomes.includes(row.outcome)).length
  const ready = count('new', 'known')
  const [add, adding] = [`${importLink(head.id)}/places`, `Add ${plural(ready, 'place')}`]
  const sideFirst = asksSide(head)
  return (
    <CasePage head={head} here="places">
      <Stack>
        <Stats
          stats={[
            { name: 'Will be added', value: ready },
            { name: 'In the case already', value: count('there') },
            { name: 'Twice in the list', value: count('twice') },
            { name: 'Cannot be added', value: count('refused'), attention: count('refused') > 0 },
          ]}
        />
        <Notice kind="attention" actions={ready > 0 && !sideFirst ? <PostButton action={add}>{adding}</PostButton> : undefined}>
          Nothing is added yet. This list waits for you here until you add it or choose another.{' '}
          <a href={importLink(head.id)}>Choose another list</a>
        </Notice>
        {ready > 0 && sideFirst ? (
          <Card title="Add them">
            <Form action={add} refused={refused}>
              <SideField head={head} />
              <Button>{adding}</Button>
            </Form>
          </Card>
        ) : null}
        <Columns head={head} waiting={waiting} wrong={count('refused') > rows.length / 2} />
        <Card title="Rows" count={rows.length} flush>
          <Table
            caption="Rows of the list"
            rows={sorted(rows)}
            columns={columns}
            empty={<p class="kith-none">The list has no rows below its headings.</p>}
          />
        </Card>
      </Stack>
    </CasePage>
  )
}

const sorted = (rows: CheckedRow[]) =>
  [...rows].sort((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused') || a.number - b.number)

function Columns({ head, waiting, wrong }: Pick<CheckProps, 'head' | 'waiting'> & { wrong: boolean }) {
  const examples = waiting.rows.find(row => row.some(Boolean)) ?? []
  return (
    <Details summary="What the columns are" open={wrong}>
      <Form action={`${importLink(head.id)}/check`} values={{ role: waiting.role, headed: waiting.headed }}>
        <Checkbox name="headed" label="The first row holds headings" />
        <Select
          name="role"
          label="What are these places in the case?"
          choices={programmeOf(head).placeRoles.map(role => ({ value: role, label: role }))}
        />
        {waiting.columns.map((field, index) => (
          <Select
            name={`column-${index}`}
            label={`Column ${index + 1}: “${(examples[index] ?? '').slice(0, 40)}”`}
            value={field}
            empty="Leave out"
            choices={fields.map(([value, label]) => ({ value, label }))}
          />
        ))}
        <Button kind="secondary">Check again</Button>
      </Form>
    </Details>
  )
}

const columns = [
  { title: 'Row', numeric: true, cell: (row: CheckedRow) => row.number },
  {
    title: 'Place',
    heading: true,
    cell: (row: CheckedRow) =>
      row.place ? (
        <span dir="auto">
          <strong>{placeName(row.place)}</strong> {placeAddress(row.place)}
        </span>
      ) : (
        <span dir="auto">{row.cells.filter(Boolean).join(' · ').slice(0, 200)}</span>
      ),
  },
  { title: 'Grade', cell: (row: CheckedRow) => row.place?.grade ?? '' },
  {
    title: 'What happens',
    cell: (row: CheckedRow) => (
      <>
        <Tag kind={words[row.outcome].kind}>{words[row.outcome].label}</Tag>
        {row.reasons.map(reason => (
          <div class="kith-row__about" dir="auto">
            {reason}
          </div>
        ))}
      </>
    ),
  },
]
