/** Who looked: at one case, at an agency's cases, or oneself. */
import {
  DateField,
  EmptyState,
  FilterBar,
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
import { didWords, lookKinds } from '../kinds.ts'
import { looksLink } from '../links.ts'
import type { Look } from '../queries.ts'

export type Asked = { who: string; kind: string; day: string; reference: string }
export type ListProps = { action: string; looks: Look[]; asked: Asked; next?: string | undefined; fields: (keyof Asked)[] }

/** Who looked at one case, for those who lead it. */
export function CaseLooksPage({ head, ...list }: ListProps & { head: CaseHead }) {
  return (
    <CasePage head={head} here="sharing">
      <h2 class="govuk-heading-m">Who looked at this case</h2>
      <LookList {...list} withCase={false} />
    </CasePage>
  )
}

type PageProps = ListProps & { title: string; about: string; here: string; back?: { href: string; label: string } }

/** Looks on a page of their own. */
export function LooksPage({ title, about, here, back, ...list }: PageProps) {
  return (
    <Page title={title} here={here}>
      <PageHead title={title} back={back} />
      <Prose>
        <p>{about}</p>
      </Prose>
      <LookList {...list} withCase={here === looksLink && !back} />
    </Page>
  )
}

function LookList({ action, looks, asked, next, fields, withCase }: ListProps & { withCase: boolean }) {
  return (
    <Stack>
      <FilterBar action={action} active={activeFilters(action, asked)} clearHref={action}>
        {fields.includes('who') ? <TextField name="who" label="Worker" value={asked.who} hint="Part of a name." /> : null}
        {fields.includes('reference') ? (
          <TextField name="reference" label="Case" value={asked.reference} hint="Its reference, such as 7KQM-4RTX." width={10} />
        ) : null}
        <Select
          name="kind"
          label="What they did"
          value={asked.kind}
          empty="Anything"
          choices={lookKinds.map(kind => ({ value: kind.key, label: kind.name }))}
        />
        <DateField name="day" label="Day" value={asked.day} />
      </FilterBar>
      <Rows
        label="Looks, newest first"
        rows={looks.map(look => ({
          id: `look-${look.id}`,
          title: sentence(look, withCase),
          about: <When at={look.at} />,
          ...linkOf(look),
        }))}
        empty={
          <EmptyState icon="eye" title="No looks here">
            Whenever somebody opens, prints or searches for something, it is written down and shown here.
          </EmptyState>
        }
      />
      <Pagination next={next} shown={looks.length} noun="looks" />
    </Stack>
  )
}

function sentence(look: Look, withCase: boolean): string {
  const what = look.kind === 'search' ? `searched for “${look.words}”` : `${didWords(look.kind)}${look.subject ? `: ${look.subject}` : ''}`
  const where = withCase || look.kind !== 'case' ? (look.caseTitle ?? look.reference) : null
  return `${look.workerName}, ${look.agencyName}, ${what}${where ? ` (${where})` : ''}`
}

const linkOf = (look: Look): { href?: string } => (look.caseId && look.caseTitle ? { href: caseLink(look.caseId) } : {})

function activeFilters(action: string, asked: Asked) {
  const names: Record<keyof Asked, (value: string) => string> = {
    who: value => `Worker: ${value}`,
    reference: value => `Case: ${value}`,
    kind: value => lookKinds.find(kind => kind.key === value)?.name ?? value,
    day: value => `Day: ${value}`,
  }
  const set = Object.entries(asked).filter(([, value]) => value !== '') as [keyof Asked, string][]
  return set.map(([name, value]) => ({
    label: names[name](value),
    removeHref: `${action}?${new URLSearchParams(set.filter(([other]) => other !== name))}`,
  }))
}
