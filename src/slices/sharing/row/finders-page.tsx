/** Who can find a person or a place, and why: all that the asker may know of it. */
import { programmeOf } from '../../../programmes/index.ts'
import type { Db } from '../../../platform/db.ts'
import { seen } from '../../../platform/events.ts'
import { Card, Columns, Marks, Page, PageHead, Prose, type Row, Rows, RuleOf } from '../../../ui/index.ts'
import { caseLink } from '../../cases/index.ts'
import { whyLink } from '../links.ts'
import { type Findable, type Found, type FoundIn, findFound, listFoundIn } from './finders.ts'
import { ByName } from './who-page.tsx'

const mostCases = 30

/** The pages `/who/people/:id` and `/who/places/:id`. */
export async function findersPage(db: Db, what: Findable, id: string) {
  const found = await findFound(db, what, id)
  await seen(db, what === 'people' ? 'person' : 'place', found.id)
  const cases = await listFoundIn(db, what, found.id, mostCases)
  return <FindersPage {...{ what, found, cases }} ours={found.heldBy === db.actor.agencyId} />
}

type Props = { what: Findable; found: Found; cases: FoundIn[]; ours: boolean }

function FindersPage({ what, found, cases, ours }: Props) {
  const title = `Who can find ${found.name}?`
  const rows = [...(found.heldByName ? [heldRow(found.heldByName)] : []), ...cases.slice(0, mostCases).map(caseRow)]
  return (
    <Page title={title} here={what === 'people' ? '/people' : undefined}>
      <PageHead title={title} back={{ href: `/${what}/${found.id}`, label: found.name }} />
      <Columns aside={<Why cases={cases} ours={ours} agency={found.heldByName} />}>
        <Card title="Those who can, and why" flush>
          <Rows label="Those who can, and why" rows={rows} />
        </Card>
        <Prose>
          {cases.length > mostCases ? <p>These are the newest of the cases that you can see.</p> : null}
          <p>Only cases that you can see are told here. Whether there are others, Kith tells nobody who cannot see them.</p>
        </Prose>
        <RuleOf rule={[what]} />
      </Columns>
    </Page>
  )
}

const heldRow = (agency: string): Row => ({ title: `Everybody who works at ${agency}`, about: 'It stands on their agency’s own list.' })

const caseRow = (one: FoundIn): Row => ({
  title: `Those who may read ${one.title}`,
  href: caseLink(one.caseId),
  about: (
    <>
      {one.reference} ·&nbsp;{one.ended ? `was ${one.role}` : one.role}
      <ByName reading={one.readers} id={`by-name-${one.id}`} />
    </>
  ),
  end: <Marks mark={{ side: one.side }} sides={programmeOf(one).sides} />,
})

function Why({ cases, ours, agency }: { cases: FoundIn[]; ours: boolean; agency: string | null }) {
  return (
    <Card title="Why can I?">
      <Prose>
        {ours ? <p>Because it stands on the list of {agency}, where you work.</p> : null}
        {cases.slice(0, mostCases).map(one => (
          <p>
            Because you may read {one.title}. <a href={whyLink(one.caseId)}>Why can I see this case?</a>
          </p>
        ))}
      </Prose>
    </Card>
  )
}
