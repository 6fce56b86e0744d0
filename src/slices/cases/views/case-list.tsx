/** The list of cases: newest in activity first. */
import {
  Card,
  day,
  EmptyState,
  FilterBar,
  LinkButton,
  Page,
  PageHead,
  Pagination,
  Rows,
  Select,
  StageTag,
  stillAsked,
  When,
} from '../../../ui/index.ts'
import { currentProgrammes } from '../../../programmes/index.ts'
import { caseLink, casesLink, newCaseLink } from '../links.ts'
import type { ListedCase } from '../queries.ts'

export interface CaseListQuery {
  show: 'open' | 'closed'
  whose: 'all' | 'mine'
  programme: string
  before?: string
}

type ListProps = { cases: ListedCase[]; query: CaseListQuery; next: string | undefined; now: Date }

/** The page `/cases`. */
export function CaseList({ cases, query, next, now }: ListProps) {
  return (
    <Page title="Cases" here={casesLink}>
      <PageHead
        title="Cases"
        actions={
          <LinkButton href={newCaseLink()} kind="primary" icon="plus">
            Open a case
          </LinkButton>
        }
        subnav={{
          label: 'Which cases',
          here: address({ show: query.show, whose: query.whose, programme: '' }),
          items: views.map(({ label, ...view }) => ({ label, href: address({ ...view, programme: '' }) })),
        }}
      />
      <FilterBar
        action={casesLink}
        active={query.programme ? [{ label: programmeName(query.programme), removeHref: address({ ...query, programme: '' }) }] : []}
      >
        <input type="hidden" name="show" value={query.show} />
        <input type="hidden" name="whose" value={query.whose} />
        <Select
          name="programme"
          label="Programme"
          value={query.programme}
          empty="All programmes"
          choices={currentProgrammes().map(one => ({ value: one.key, label: one.name }))}
        />
      </FilterBar>
      <Card flush>
        <Rows label="Cases" rows={cases.map(one => row(one, now))} empty={<Empty query={query} />} />
      </Card>
      <Pagination next={next} shown={cases.length} noun="cases" />
    </Page>
  )
}

const views = [
  { label: 'Open', show: 'open', whose: 'all' },
  { label: 'Led by me', show: 'open', whose: 'mine' },
  { label: 'Closed', show: 'closed', whose: 'all' },
] as const

function row(one: ListedCase, now: Date) {
  return {
    title: one.title,
    href: caseLink(one.id),
    about: `${one.reference} · ${one.programmeName} · ${one.leadWorkerName}, ${one.ownerAgencyName}`,
    end: (
      <>
        <StageTag stage={one.closedAt ? `Closed ${day(one.closedAt).slice(4)}` : one.stageName} closed={Boolean(one.closedAt)} />{' '}
        {one.closedAt ? null : <When at={one.activeAt} now={now} short />}
      </>
    ),
  }
}

function Empty({ query }: { query: CaseListQuery }) {
  if (query.show === 'closed')
    return (
      <EmptyState icon="cases" title="No closed cases">
        Cases that have been closed will be listed here.
      </EmptyState>
    )
  if (query.whose === 'mine')
    return (
      <EmptyState icon="cases" title="You lead no open case" action={<LinkButton href={newCaseLink()}>Open a case</LinkButton>}>
        Cases that you open, or that are handed over to you, will be listed here. <a href={stillAsked(casesLink)}>See every open case</a>
      </EmptyState>
    )
  return (
    <EmptyState icon="cases" title="No open cases" action={<LinkButton href={newCaseLink()}>Open a case</LinkButton>}>
      Cases that you lead, that your agency or team owns, or that another agency shares with you will be listed here.
    </EmptyState>
  )
}

/** The address of one view of the list. */
export function address(query: CaseListQuery): string {
  const kept = Object.entries(query).filter(
    ([name, value]) => value && !(name === 'show' && value === 'open') && !(name === 'whose' && value === 'all'),
  )
  return kept.length > 0 ? `${casesLink}?${new URLSearchParams(kept as [string, string][])}` : casesLink
}

const programmeName = (key: string): string => currentProgrammes().find(one => one.key === key)?.name ?? key
