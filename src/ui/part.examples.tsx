// Examples of the parts that pages are made of: cards, facts, counters, people, dates, trees, menus.
import { Card, Columns, Grid, Prose, Stack } from './card.tsx'
import { Counter } from './counter.tsx'
import { Details } from './details.tsx'
import { type Example, hostile, huge, now } from './example.ts'
import { Icon } from './icon.tsx'
import { Menu } from './menu.tsx'
import { Worker } from './person.tsx'
import { Provenance } from './provenance.tsx'
import { Stats } from './stat.tsx'
import { SummaryList } from './summary-list.tsx'
import { When } from './when.tsx'

export const examples: Example[] = [
  {
    name: 'cards in columns',
    show: () => (
      <Columns aside={<Card title="Beside">Short things.</Card>}>
        <Stack>
          <Card title="Waits for a person" count={3} attention actions={<a href="#all">All</a>}>
            {huge}
          </Card>
          <Grid>
            <Card title={hostile} level={3}>
              {hostile}
            </Card>
            <Card narrow>
              <Prose>
                <p>Running text at a comfortable width.</p>
              </Prose>
            </Card>
          </Grid>
        </Stack>
      </Columns>
    ),
  },
  {
    name: 'facts',
    show: () => (
      <SummaryList
        facts={[
          { name: 'Born', value: '4 May 1988', href: '#born' },
          { name: 'Safe address', value: '' },
          { name: hostile, value: hostile, href: '#h', action: 'Add' },
        ]}
      />
    ),
  },
  {
    name: 'sections that open',
    show: () => (
      <Stack>
        <Details summary={hostile}>{huge}</Details>
        <Details summary="Done lately" open>
          What was done in the last four weeks.
        </Details>
        <Details summary="Add documents" add>
          The form that adds them.
        </Details>
      </Stack>
    ),
  },
  {
    name: 'quick answers',
    show: () => (
      <Stats
        stats={[
          { name: 'Next date', value: 'in 2 days', note: 'Tue 24 Nov 2026, 14:05' },
          { name: 'Late', value: '3 tasks', href: '#late', attention: true },
          { name: hostile, value: hostile, note: huge },
        ]}
      />
    ),
  },
  {
    name: 'counters: running, soon, last day, over, none',
    show: () => (
      <Grid>
        <Counter day={43} of={120} label="Contract" />
        <Counter day={115} of={120} />
        <Counter day={120} of={120} />
        <Counter day={131} of={120} />
        <Counter day={0} of={0} unit="session" />
      </Grid>
    ),
  },
  {
    name: 'workers',
    show: () => (
      <p class="kith-adding">
        <Worker name="Zoë Lefèvre" agency="County Council" /> <Worker name="Łukasz" small /> <Worker name="" />{' '}
        <Worker name={hostile} agency={huge} />
      </p>
    ),
  },
  {
    name: 'dates',
    show: () => (
      <p>
        <When at={new Date('2026-11-24T14:05Z')} now={now} /> · <When at="1988-05-04" /> · <When at="2026-11-21" now={now} short />
      </p>
    ),
  },
  { name: 'provenance', show: () => <Provenance author="Aisha Khan" agency="Rowan Door" readers="3 agencies" whyHref="#why" /> },
  {
    name: 'a menu and a section that opens',
    show: () => (
      <>
        <Menu
          id="example-menu"
          label="More"
          items={[
            { label: 'Close the case', href: '#close', hint: 'With its result' },
            { label: hostile, href: '#h' },
          ]}
        />
        <Details summary={hostile}>{huge}</Details>
        <Icon name="note" />
      </>
    ),
  },
]
