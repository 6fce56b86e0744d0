// A full case page: everything one needs in the first screen, the timeline with the note box open below it.
import {
  Button,
  Card,
  Columns,
  Counter,
  DueTag,
  Form,
  LinkButton,
  Menu,
  NextStep,
  Page,
  PageHead,
  PostButton,
  Provenance,
  Rows,
  Select,
  StageTag,
  Stats,
  Surroundings,
  Tag,
  TextArea,
  Timeline,
  Warnings,
} from '../index.ts'
import { around, now } from './around.ts'
import { entries } from './case-entries.tsx'

/** The page of one case as the lead worker sees it. */
export function CasePage() {
  return (
    <Surroundings.Provider value={around}>
      <Page title="14 Fen Court" here="/cases" marking="OFFICIAL-SENSITIVE">
        <Head />
        <div class="kith-stack">
          <Glance />
          <Columns aside={<Aside />}>
            <NoteBox />
            <Timeline now={now} entries={entries} />
          </Columns>
        </div>
      </Page>
    </Surroundings.Provider>
  )
}

function Head() {
  const at = '/cases/1'
  return (
    <PageHead
      kind="Antisocial behaviour"
      title="Noise and threats at 14 Fen Court"
      reference="ASB-2041"
      tags={
        <>
          <StageTag stage="Working the plan" />
          <Tag kind="red">Sensitive</Tag>
        </>
      }
      actions={
        <>
          <LinkButton href={`${at}/brief`}>Brief</LinkButton>
          <LinkButton href={`${at}/sharing/new`} icon="share">
            Share
          </LinkButton>
          <Menu
            id="case-more"
            label="More"
            items={[
              { label: 'Close the case', href: `${at}/closure` },
              { label: 'Open a sub-case', href: `${at}/sub-cases/new` },
              { label: 'Who has looked', href: `${at}/looks` },
            ]}
          />
        </>
      }
      subnav={{
        label: 'Case sections',
        here: at,
        items: [
          { label: 'Timeline', href: at },
          { label: 'Plan', href: `${at}/plan`, count: 3 },
          { label: 'Assessments', href: `${at}/assessments` },
          { label: 'People & places', href: `${at}/people` },
          { label: 'Documents', href: `${at}/documents`, count: 6 },
          { label: 'Sub-cases', href: `${at}/sub-cases`, count: 2 },
          { label: 'Sharing', href: `${at}/sharing` },
        ],
      }}
    />
  )
}

function Glance() {
  return (
    <>
      <Warnings
        warnings={[
          {
            instruction: 'Visit in twos, and ring before you go.',
            reason: 'Threats to staff on 3 November.',
            author: 'Tom Reed',
            agency: 'Police',
            reviewOn: '2027-01-10',
          },
        ]}
      />
      <NextStep
        title="Ring Mrs Okafor back about the diary sheets"
        about="You promised this on Thursday · due today"
        action={
          <PostButton action="/tasks/1/completion" kind="secondary" small icon="check">
            Done
          </PostButton>
        }
      />
      <Stats
        stats={[
          { name: 'Owner and lead', value: 'Priya Shah', note: 'Wexby Borough Council' },
          { name: 'Next date', value: 'Case review in 2 days', note: 'Tue 24 Nov 2026, 14:00' },
          { name: 'Last contact', value: '3 days ago', note: 'Call with Mrs Okafor' },
          { name: 'Acceptable behaviour contract', value: <Counter day={43} of={120} /> },
          {
            name: 'Who else is in it',
            value: '4 agencies',
            note: 'Police, Fallowgate, Merrow Vale, Victim Care',
            href: '/cases/1/sharing',
          },
        ]}
      />
    </>
  )
}

function NoteBox() {
  return (
    <Card id="note">
      <Form id="entry" class="kith-note" action="/cases/1/entries" draft="entry:1">
        <TextArea
          name="body"
          label="Write a note"
          quietLabel
          rows={2}
          limit={20000}
          placeholder="Write a note. What happened, who was there, what comes next?"
        />
        <div class="kith-note-foot">
          <Select
            name="kind"
            label="Kind"
            quietLabel
            value="note"
            choices={['Note', 'Visit', 'Call', 'Decision'].map(label => ({ value: label.toLowerCase(), label }))}
          />
          <span class="kith-guess">Today, 09:10 · with nobody named · 5 agencies will read it</span>
          <Button small>Save note</Button>
        </div>
      </Form>
    </Card>
  )
}

function Aside() {
  return (
    <>
      <Card title="People" actions={<a href="/cases/1/people">All</a>} flush>
        <Rows
          rows={[
            { title: 'Daniel Marsh', href: '/people/1', about: 'Subject · 34 · tenant', end: <Tag kind="warm">Warning</Tag> },
            { title: 'Grace Okafor', href: '/people/2', about: 'Harmed · 71 · next door' },
            { title: 'Leon Marsh', href: '/people/3', about: 'Child of the home · 9' },
          ]}
        />
      </Card>
      <Card title="Plan" count={3} actions={<a href="/cases/1/plan">All</a>} flush>
        <Rows
          rows={[
            { title: 'Ring Mrs Okafor back', about: 'Priya Shah', end: <DueTag due="2026-11-22" now={now} /> },
            { title: 'Sound meter in number 13', about: 'Fallowgate Homes', end: <DueTag due="2026-11-19" now={now} /> },
            { title: 'Referral to Sandling', about: 'Tom Reed', end: <DueTag due="2026-12-01" now={now} /> },
          ]}
        />
      </Card>
      <Card title="Who is in it">
        <Provenance readers="31 workers" whyHref="/cases/1/access" />
      </Card>
    </>
  )
}
