// Examples of lists: rows, tables, empty states, paging and filters.
import { type Example, hostile, huge, now } from './example.ts'
import { EmptyState } from './empty-state.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LinkButton } from './button.tsx'
import { Pagination } from './pagination.tsx'
import { Rows } from './rows.tsx'
import { Select } from './choice-field.tsx'
import { Suggestions } from './suggestions.tsx'
import { Surroundings } from './surroundings.ts'
import { Table } from './table.tsx'
import { DueTag } from './tag.tsx'
import { AskRule, AskWho, RuleOf, StillAsked, WhoLink } from './who.tsx'

const empty = (
  <EmptyState icon="note" title="Nothing written yet" action={<LinkButton href="#note">Write the first note</LinkButton>}>
    Notes, visits and calls will be listed here.
  </EmptyState>
)

/** A page that is asked; the rule of looks is long. */
const asked = () => ({
  on: true,
  here: '/gallery',
  href: '?',
  of: () => '#who',
  rule: (table: string) => (table === 'looks' ? `A worker sees their own; whoever leads a case sees them; ${hostile}; ${huge}.` : huge),
  answers: false,
  told: new Set<string>(),
})

export const examples: Example[] = [
  {
    name: 'rows',
    show: () => (
      <Rows
        label="Tasks"
        rows={[
          {
            title: 'Ring Mrs Okafor back',
            href: '#1',
            about: '14 Fen Court · ASB-2041',
            end: <DueTag due="2026-11-22" now={now} />,
            attention: true,
          },
          { lead: '11:00', title: 'Home visit, Kieran Doyle', about: 'With Sandling' },
          { title: hostile, about: hostile, lead: hostile, end: hostile },
          { title: huge, about: huge, href: '#2' },
        ]}
      />
    ),
  },
  { name: 'rows, empty', show: () => <Rows rows={[]} empty={empty} /> },
  {
    name: 'rows that are asked who can read them, with the link at the end of their page',
    show: () => (
      <Surroundings.Provider value={{ who: asked() }}>
        <Rows label="People" rows={[{ title: hostile, href: '#3', about: huge }]} />
        <Rows label="Agencies" rows={[{ title: 'Sandling' }]} rule={['agencies']} />
        <AskWho who="#who" />
        <AskRule rule={['agencies']} />
        <AskRule rule={['looks']} />
        <AskRule rule={['looks']} />
        <RuleOf rule={['looks']} />
        <Pagination next="?after=25" shown={25} noun="agencies" />
        <form method="get" action="/people">
          <StillAsked action="/people" />
        </form>
        <WhoLink />
      </Surroundings.Provider>
    ),
  },
  {
    name: 'table',
    show: () => (
      <Table
        caption="Cases"
        rows={['14 Fen Court', hostile, huge]}
        columns={[
          { title: 'Case', heading: true, cell: title => <a href="#case">{title}</a> },
          { title: 'Due', cell: () => <DueTag due="2026-11-19" now={now} /> },
          { title: 'Looks', numeric: true, cell: () => '1,204' },
          { title: 'Programme', spare: true, cell: () => 'Antisocial behaviour' },
        ]}
      />
    ),
  },
  {
    name: 'table that sorts at once',
    show: () => (
      <Table
        caption="Teams"
        rows={['Hub', hostile, huge]}
        columns={[
          { title: 'Team', heading: true, sortBy: name => name, cell: name => <a href="#team">{name}</a> },
          { title: 'People', numeric: true, sortBy: name => name.length, cell: name => String(name.length) },
          { title: 'State', cell: () => 'At work' },
        ]}
      />
    ),
  },
  {
    name: 'table, empty',
    show: () => <Table caption="Cases" rows={[] as string[]} columns={[{ title: 'Case', cell: title => title }]} empty={empty} />,
  },
  { name: 'paging', show: () => <Pagination previous="?before=26" next="?after=50" shown={25} noun="cases" /> },
  {
    name: 'filters',
    show: () => (
      <FilterBar
        action="/cases"
        search={{ name: 'q', label: 'Find in these cases', value: hostile }}
        active={[{ label: hostile, removeHref: '#' }]}
        clearHref="#"
      >
        <Select name="stage" id="filter-stage" label="Stage" empty="Any" choices={[{ value: 'plan', label: 'Plan' }]} />
      </FilterBar>
    ),
  },
  {
    name: 'suggestions below the search box',
    show: () => (
      <div role="listbox" aria-label="Suggestions">
        <Suggestions
          allHref="/search?q=marsh"
          found={[
            { href: '#1', title: 'Daniel Marsh', kind: 'Person', about: '34, Wexby', why: 'also known as Danny' },
            { href: '#2', title: hostile, kind: 'Case' },
          ]}
        />
      </div>
    ),
  },
]
