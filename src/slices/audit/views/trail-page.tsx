/** The record as a list: of one case, of an agency, or one's own. */
import {
  DateField,
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
  When,
} from '../../../ui/index.ts'
import { type CaseHead, CasePage, caseLink } from '../../cases/index.ts'
import { deedKinds, kindName, lookKinds } from '../kinds.ts'
import { looksLink } from '../links.ts'
import type { TrailRow } from '../queries.ts'
import { deedWords, fromWords, whoWords } from '../words.ts'

export type Asked = { who: string; kind: string; from: string; until: string; reference: string; subject: string }
export type ListProps = {
  action: string
  rows: TrailRow[]
  asked: Asked
  next?: string | undefined
  exportHref: string
  fields: (keyof Asked)[]
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
  /** "Sealed up to …", for those who answer for it. */
  sealed?: string | undefined
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
          {sealed ? ` ${sealed}` : null}
        </p>
      </Prose>
      <TrailList {...list} withCase={here === looksLink && !back} />
    </Page>
  )
}

function TrailList({ action, rows, asked, next, exportHref, fields, withCase }: ListProps & { withCase: boolean }) {
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
        rows={rows.map(row => ({
          id: `row-${row.id}`,
          title: sentence(row, withCase),
          about: (
            <>
              <When at={row.at} />
              {fromWords(row) ? ` · ${fromWords(row)}` : null}
            </>
          ),
          ...linkOf(row),
        }))}
        empty={
          <EmptyState icon="eye" title="Nothing here">
            Whenever somebody does, opens, prints or searches for something, it is written down and shown here.
          </EmptyState>
        }
      />
      <Pagination next={next} shown={rows.length} noun="rows" />
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

function sentence(row: TrailRow, withCase: boolean): string {
  const where = withCase || row.kind !== 'case' ? (row.caseTitle ?? row.reference) : null
  return `${whoWords(row)}, ${deedWords(row)}${where ? ` (${where})` : ''}`
}

const linkOf = (row: TrailRow): { href?: string } => (row.caseId && row.caseTitle ? { href: caseLink(row.caseId) } : {})

const chips: Record<keyof Asked, (value: string) => string> = {
  who: value => `Worker: ${value}`,
  reference: value => `Case: ${value}`,
  kind: kindName,
  from: value => `From ${value}`,
  until: value => `Until ${value}`,
  subject: () => 'One person or document',
}

function activeFilters(action: string, asked: Asked) {
  const set = Object.entries(asked).filter(([, value]) => value !== '') as [keyof Asked, string][]
  return set.map(([name, value]) => ({
    label: chips[name](value),
    removeHref: `${action}?${new URLSearchParams(set.filter(([other]) => other !== name))}`,
  }))
}
