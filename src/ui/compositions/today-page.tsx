// Today: what is due, who one is meeting, what changed, what waits. Not a wall of charts.
import { Card, Columns, Count, DueTag, EmptyState, LinkButton, Page, PageHead, PostButton, Rows, Surroundings, Tag } from '../index.ts'
import { around, now } from './around.ts'

/** The home page of one worker on an ordinary Sunday. */
export function TodayPage() {
  return (
    <Surroundings.Provider value={{ ...around, flash: { text: 'Note saved to ASB-2041.' } }}>
      <Page title="Today" here="/">
        <PageHead
          title="Good morning, Priya"
          kind="Sunday 22 November 2026 · 2 things are late, 3 are due today"
          actions={
            <LinkButton href="/cases/new" icon="plus">
              Open a case
            </LinkButton>
          }
        />
        <Columns aside={<Aside />}>
          <div class="kith-stack">
            <Due />
            <Changed />
          </div>
        </Columns>
      </Page>
    </Surroundings.Provider>
  )
}

function Due() {
  const done = (id: number) => (
    <PostButton action={`/tasks/${id}/completion`} kind="secondary" small icon="check" label="Mark as done">
      Done
    </PostButton>
  )
  const task = (id: number, title: string, about: string, due: string) => ({
    title,
    href: `/tasks/${id}`,
    about,
    attention: due < '2026-11-22',
    end: (
      <>
        <DueTag due={due} now={now} />
        {done(id)}
      </>
    ),
  })
  return (
    <Card title="Due" count={5} actions={<a href="/tasks">All my tasks</a>} flush>
      <Rows
        rows={[
          task(1, 'Sound meter report from Fallowgate', '14 Fen Court · ASB-2041 · asked Fallowgate Homes', '2026-11-19'),
          task(2, 'Write to the school about Leon', 'The Marsh family · GS-0311', '2026-11-20'),
          task(3, 'Ring Mrs Okafor back about the diary sheets', '14 Fen Court · ASB-2041', '2026-11-22'),
          task(4, 'Review Merrow Vale’s access', 'Harbour steps · ASB-1873 · ends Friday', '2026-11-22'),
          task(5, 'Agree the exit plan with Sandling', 'Kieran Doyle · GS-0298', '2026-11-23'),
        ]}
      />
    </Card>
  )
}

function Changed() {
  return (
    <Card title="Changed since you last looked" count={3} flush>
      <Rows
        rows={[
          {
            title: '14 Fen Court',
            href: '/cases/1',
            about: 'Aisha Khan wrote a note · Tom Reed shared it with Merrow Vale',
            lead: '08:40',
            end: <Count value={2} label="new" />,
          },
          {
            title: 'Operation Lantern',
            href: '/cases/2',
            about: 'Labour Standards recorded two people at 12 Dock Road',
            lead: '07:15',
            end: <Count value={5} label="new" />,
          },
          { title: 'Harbour steps', href: '/cases/3', about: 'Fire and Rescue finished a task', lead: 'Sat' },
        ]}
      />
    </Card>
  )
}

function Aside() {
  return (
    <>
      <Card title="Meeting today" flush>
        <Rows
          rows={[
            {
              lead: '11:00',
              title: 'Home visit, Kieran Doyle',
              about: 'With Sandling · visit in twos',
              end: <Tag kind="warm">Warning</Tag>,
            },
            { lead: '14:00', title: 'Community MARAC', about: 'Town Hall, room 2 · 6 of your cases' },
          ]}
        />
      </Card>
      <Card title="Waiting on your desks" flush>
        <Rows
          rows={[
            { title: 'Community safety', href: '/desks/1', about: 'Oldest has waited 2 days', end: <Count value={2} label="waiting" /> },
          ]}
        />
      </Card>
      <Card title="Clocks about to run out" flush>
        <Rows
          rows={[
            {
              title: 'ASB case review, Harbour steps',
              href: '/cases/3',
              about: '8 of 10 working days gone',
              end: <Tag kind="warm">2 days left</Tag>,
            },
          ]}
        />
      </Card>
      <Card title="Messages" flush>
        <EmptyState icon="message" title="No new messages">
          Messages about your cases, from any agency, will be here.
        </EmptyState>
      </Card>
    </>
  )
}
