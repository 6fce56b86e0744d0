// A list of cases with filters, sorting and paging.
import {
  Card,
  DueTag,
  FilterBar,
  LinkButton,
  Page,
  PageHead,
  Pagination,
  Select,
  StageTag,
  Surroundings,
  Table,
  When,
  Worker,
} from '../index.ts'
import { around, now } from './around.ts'

type Line = {
  title: string
  reference: string
  programme: string
  stage: string
  lead: string
  agency: string
  next: string
  active: string
  closed?: boolean
}

const lines: Line[] = [
  {
    title: 'Noise and threats at 14 Fen Court',
    reference: 'ASB-2041',
    programme: 'Antisocial behaviour',
    stage: 'Working the plan',
    lead: 'Priya Shah',
    agency: 'Wexby Council',
    next: '2026-11-24',
    active: '2026-11-22',
  },
  {
    title: 'Operation Lantern',
    reference: 'MSO-0007',
    programme: 'Modern slavery operation',
    stage: 'Day of action',
    lead: 'Tom Reed',
    agency: 'Police',
    next: '2026-11-22',
    active: '2026-11-22',
  },
  {
    title: 'Harbour steps',
    reference: 'ASB-1873',
    programme: 'Antisocial behaviour',
    stage: 'Case review',
    lead: 'Joy Adeyemi',
    agency: 'Wexby Council',
    next: '2026-11-19',
    active: '2026-11-21',
  },
  {
    title: 'Kieran Doyle',
    reference: 'GS-0298',
    programme: 'General support',
    stage: 'Ending well',
    lead: 'Siôn Pritchard',
    agency: 'Sandling',
    next: '2026-12-02',
    active: '2026-11-20',
  },
  {
    title: 'The Marsh family',
    reference: 'GS-0311',
    programme: 'General support',
    stage: 'First assessment',
    lead: 'Zoë Lefèvre',
    agency: 'County Council',
    next: '2026-11-27',
    active: '2026-11-18',
  },
  {
    title: 'Quay Street shutters',
    reference: 'ASB-1655',
    programme: 'Antisocial behaviour',
    stage: 'Closed',
    lead: 'Priya Shah',
    agency: 'Wexby Council',
    next: '',
    active: '2026-10-30',
    closed: true,
  },
]

/** Cases one may see, filtered to those that are open in Wexby. */
export function ListPage() {
  return (
    <Surroundings.Provider value={around}>
      <Page title="Cases" here="/cases">
        <PageHead
          title="Cases"
          actions={
            <LinkButton href="/cases/new" kind="primary" icon="plus">
              Open a case
            </LinkButton>
          }
          subnav={{
            label: 'Lists',
            here: '/cases',
            items: [
              { label: 'Mine', href: '/cases', count: 18 },
              { label: 'My agency’s', href: '/cases?whose=agency' },
              { label: 'Shared with us', href: '/cases?whose=shared' },
              { label: 'Closed', href: '/cases?whose=closed' },
            ],
          }}
        />
        <Filters />
        <Card flush>
          <CaseTable />
          <Pagination next="/cases?after=6" shown={6} noun="cases" />
        </Card>
      </Page>
    </Surroundings.Provider>
  )
}

function Filters() {
  return (
    <FilterBar
      action="/cases"
      search={{ name: 'q', label: 'Find in these cases' }}
      active={[
        { label: 'Wexby', removeHref: '/cases' },
        { label: 'Active this month', removeHref: '/cases' },
      ]}
      clearHref="/cases"
    >
      <Select name="programme" label="Programme" empty="Any" choices={[{ value: 'asb', label: 'Antisocial behaviour' }]} />
      <Select name="stage" label="Stage" empty="Any" choices={[{ value: 'plan', label: 'Working the plan' }]} />
    </FilterBar>
  )
}

function CaseTable() {
  return (
    <Table
      caption="Open cases"
      rows={lines}
      columns={[
        {
          title: 'Case',
          heading: true,
          cell: line => (
            <>
              <a href="/cases/1">{line.title}</a>
              <div class="kith-row__about">
                {line.reference} · {line.programme}
              </div>
            </>
          ),
        },
        { title: 'Stage', cell: line => <StageTag stage={line.stage} closed={line.closed} /> },
        { title: 'Lead', cell: line => <Worker name={line.lead} agency={line.agency} small />, spare: true },
        { title: 'Next date', cell: line => (line.next ? <DueTag due={line.next} now={now} /> : '') },
        {
          title: 'Last active',
          numeric: true,
          cell: line => <When at={line.active} now={now} short />,
        },
      ]}
    />
  )
}
