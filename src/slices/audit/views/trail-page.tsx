/** The record as a list: of one case, of an agency, or one's own. */
import {
  DateField,
  day,
  Details,
  EmptyState,
  FilterBar,
  LinkButton,
  Page,
  PageHead,
  Pagination,
  Prose,
  Rows,
  Select,
  Stack,
  TextField,
  timeOf,
  unbroken,
  When,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, caseLink } from '../../cases/index.ts'
import { deedKinds, kindName, lookKinds } from '../kinds.ts'
import type { TrailRow } from '../queries.ts'
import { looksLink } from '../links.ts'
import { inRuns, runWords, withoutFiles } from '../runs.ts'
import { deedWords, fromWords, whoWords } from '../words.ts'

export type Asked = { who: string; kind: string; from: string; until: string; reference: string; subject: string }
export type ListProps = {
  action: string
  rows: TrailRow[]
  asked: Asked
  next?: string | undefined
  exportHref: string
  fields: (keyof Asked)[]
  /** Everything in it is the reader's own: it need not say who. */
  mine?: boolean | undefined
}

/** Who looked at one case, for those who lead it. */
export function CaseLooksPage({ head, ...list }: ListProps & { head: CaseHead }) {
  return (
    <CasePage head={head} here="sharing">
      <h2 class="govuk-heading-m">Who looked at this case</h2>
      <TrailList {...list} withCase={false} />
    </CasePage>
  )
}

type PageProps = ListProps & {
  title: string
  about: string
  here: string
  back?: { href: string; label: string }
  /** Up to when the record is sealed, for those who answer for it. */
  sealed?: Date | 'nothing'
  flagsHref?: string | undefined
}

/** The record on a page of its own. */
export function TrailPage({ title, about, here, back, sealed, flagsHref, ...list }: PageProps) {
  return (
    <Page title={title} here={here}>
      <PageHead
        title={title}
        back={back}
        actions={
          flagsHref ? (
            <>
              <LinkButton href="/conflicts">Conflicts</LinkButton>
              <LinkButton href="/emergency/openings">Emergencies</LinkButton>
              <LinkButton href={flagsHref}>Unusual looks</LinkButton>
            </>
          ) : undefined
        }
      />
      <Prose>
        <p>
          {about}
          {sealed ? <Sealed upTo={sealed} /> : null}
        </p>
      </Prose>
      <TrailList {...list} withCase={here === looksLink ? !back : true} />
    </Page>
  )
}

function Sealed({ upTo }: { upTo: Date | 'nothing' }) {
  if (upTo === 'nothing') return <> Nothing is sealed yet.</>
  return (
    <>
      {' '}
      Sealed up to <When at={upTo} />.
    </>
  )
}

function TrailList({ action, rows, asked, next, exportHref, fields, mine = false, withCase }: ListProps & { withCase: boolean }) {
  return (
    <Stack>
      <FilterBar action={action} active={activeFilters(action, asked)} clearHref={action}>
        {asked.subject ? <input type="hidden" name="subject" value={asked.subject} /> : null}
        {fields.includes('who') ? <TextField name="who" label="Worker" value={asked.who} hint="Part of a name." /> : null}
        {fields.includes('reference') ? (
          <TextField name="reference" label="Case" value={asked.reference} hint="Its reference, such as 7KQM-4RTX." width={10} />
        ) : null}
        <Select
          name="kind"
          label="What they did"
          value={asked.kind}
          empty="Anything"
          choices={[...lookKinds, ...(withCase || fields.length < 4 ? deedKinds : [])].map(kind => ({ value: kind.key, label: kind.name }))}
        />
        <DateField name="from" label="From" value={asked.from} />
        <DateField name="until" label="Until" value={asked.until} />
      </FilterBar>
      <Rows
        label="What was done and looked at, newest first"
        rule={['looks', 'events']}
        rows={inRuns(rows).map(run => runRow(withoutFiles(run), withCase, mine))}
        empty={
          <EmptyState icon="eye" title="Nothing here">
            Whenever somebody does, opens, prints or searches for something, it is written down and shown here.
          </EmptyState>
        }
      />
      <Pagination next={next} shown={rows.length} noun="rows" byTime />
      {rows.length > 0 ? (
        <p class="govuk-body-s">
          <a href={exportHref} data-turbo="false">
            Save this list for a spreadsheet
          </a>{' '}
          (that you saved it is written down too)
        </p>
      ) : null}
    </Stack>
  )
}

/** One line for a run, with each of its times below. */
function runRow(run: TrailRow[], withCase: boolean, mine: boolean) {
  const [row] = run as [TrailRow]
  const say = (one: TrailRow) => [deedWords(one), withCase ? inCase(one) : ''].filter(Boolean).join(' ')
  return {
    id: `row-${row.id}`,
    title: `${mine ? 'You' : whoWords(row) + (row.workerName ? ',' : '')} ${runWords(run, say)}`,
    about: run.length > 1 ? <Times run={run} say={say} /> : <Once row={row} />,
    href: withCase && run.every(one => one.caseId === row.caseId) ? linkOf(row) : undefined,
  }
}

const inCase = ({ caseTitle, reference }: TrailRow): string => (caseTitle || reference ? `(${caseTitle ?? reference})` : '')

const linkOf = ({ caseId, caseTitle }: TrailRow): string | undefined => (caseId && caseTitle ? caseLink(caseId) : undefined)

function Once({ row }: { row: TrailRow }) {
  return (
    <>
      <When at={row.at} />
      {fromWords(row) ? unbroken(` · ${fromWords(row)}`) : null}
    </>
  )
}

/** The newest and the oldest in sight, all of them one click away. */
function Times({ run, say }: { run: TrailRow[]; say: (row: TrailRow) => string }) {
  const [newest, oldest] = [run[0], run.at(-1)] as [TrailRow, TrailRow]
  const [from, until] = [timeOf(oldest.at), timeOf(newest.at)]
  return (
    <>
      {day(newest.at)}, {from === until ? from : `${from} to ${until}`}
      <Details summary={`All ${run.length} times`} id={`run-${newest.id}`}>
        <ul class="kith-plain-list">
          {run.map(row => (
            <li>
              {timeOf(row.at)} ·&nbsp;{linkOf(row) ? <a href={linkOf(row)}>{say(row)}</a> : say(row)}
              {fromWords(row) ? unbroken(` · ${fromWords(row)}`) : null}
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}

const chips: Record<keyof Asked, (value: string) => string> = {
  who: value => `Worker: ${value}`,
  reference: value => `Case: ${value}`,
  kind: kindName,
  from: value => `From ${day(value)}`,
  until: value => `Until ${day(value)}`,
  subject: () => 'One person or document',
}

function activeFilters(action: string, asked: Asked) {
  const set = Object.entries(asked).filter(([, value]) => value !== '') as [keyof Asked, string][]
  return set.map(([name, value]) => ({
    label: chips[name](value),
    removeHref: `${action}?${new URLSearchParams(set.filter(([other]) => other !== name))}`,
  }))
}
