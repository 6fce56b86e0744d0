/** Who can read one row, and why: the answer for whoever can read it themselves. */
import type { Invalid } from '../../../platform/errors.ts'
import { programmeOf } from '../../../programmes/index.ts'
import { BackLink, capital, Card, Columns, Details, Marks, Page, PageHead, Prose, RuleOf, Rows, When } from '../../../ui/index.ts'
import { type CaseHead, caseLink, CasePage, type findHeadline } from '../../cases/index.ts'
import { lineName } from '../../chronology/index.ts'
import type { NamedReader, PossibleReader } from '../../readers/index.ts'
import { whyLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { type Reach, shareRow } from '../views/share-rows.tsx'
import { becauseWords } from '../views/why-page.tsx'
import type { Way } from '../why-queries.ts'
import { kinds } from './kinds.ts'
import type { FoundRow, listOpenings, Reading } from './queries.ts'
import { NamedReaders } from './readers-card.tsx'
import { whoWords } from '../words.ts'
import { limitsOf, shutBecause } from './words.ts'

export type WhoProps = {
  row: FoundRow
  head: CaseHead
  ways: Way[]
  shares: Share[]
  reach: Reach
  me: string
  keptOut: { id: string; name: string; agencyName: string }[]
  reading: Reading[]
  readers: NamedReader[]
  found: PossibleReader[]
  openings: Awaited<ReturnType<typeof listOpenings>>
  invalid?: Invalid | undefined
}

/** The page `/who/:what/:id`. */
export function WhoPage(props: WhoProps) {
  const { row, head } = props
  const { tab } = kinds[row.what]
  return (
    <CasePage head={head} here={tab}>
      <BackLink href={backTo(row, head)} label="Back" />
      <h2 class="govuk-heading-m">Who can read this {kinds[row.what].noun}?</h2>
      <Columns aside={<Aside {...props} />}>{row.restricted ? <NamedReaders {...props} /> : <Sharers {...props} />}</Columns>
    </CasePage>
  )
}

/** Where the row itself is. */
const backTo = (row: FoundRow, head: CaseHead): string => {
  if (row.what === 'document') return `/documents/${row.id}`
  if (row.what === 'task') return `${caseLink(head.id)}/tasks/${row.id}`
  if (row.personId) return `/people/${row.personId}`
  return `${caseLink(head.id, kinds[row.what].tab)}#${row.what === 'deed' ? lineName(row.id) : `${row.what}-${row.id}`}`
}

/** The same of a line that has readers of its own, of whom the case does not tell. */
export function RuledWhoPage({ row, head, rule }: { row: FoundRow; head: CaseHead; rule: string }) {
  return (
    <CasePage head={head} here={kinds[row.what].tab}>
      <BackLink href={backTo(row, head)} label="Back" />
      <h2 class="govuk-heading-m">Who can read this {kinds[row.what].noun}?</h2>
      <Card title={capital(row.called)} narrow>
        <RuleOf rule={[rule]} />
      </Card>
    </CasePage>
  )
}

function Sharers({ row, head, shares, reach, reading, keptOut }: WhoProps) {
  const open = shares.filter(share => share.standing === 'open')
  const reads = open.filter(share => !shutBecause(head, row, share))
  const out = open.flatMap(share => {
    const why = shutBecause(head, row, share)
    return why ? [{ title: whoWords(share), about: why }] : []
  })
  if (row.what === 'message' && row.toName) return <OnlyTo row={row} />
  return (
    <>
      <Card title="Those who can, and why" flush>
        <Rows label="Those who can, and why" rows={reads.map(share => plainRow(share, reach, head))} />
      </Card>
      {reading.length > 0 ? <ByName reading={reading} /> : null}
      {out.length + keptOut.length > 0 ? (
        <Card title="Those who see the case, and not this" flush>
          <Rows label="Those who see the case, and not this" rows={[...out, ...keptOut.map(keptOutRow)]} />
        </Card>
      ) : null}
    </>
  )
}

const plainRow = (share: Share, reach: Reach, head: CaseHead) =>
  shareRow(share, reach, { caseId: head.id, head, mayEnd: false, mayShare: false })

/** Told only to whoever leads the case, and never to the worker themselves, who cannot find it. */
const keptOutRow = ({ name, agencyName }: WhoProps['keptOut'][number]) => ({
  title: `${name} (${agencyName})`,
  about: 'Kept out of the whole case by a conflict of interest.',
})

function OnlyTo({ row }: { row: FoundRow }) {
  return (
    <Card title="Those who can">
      <ul class="kith-plain-list">
        <li>{row.byName}, who wrote it</li>
        <li>{row.toName}, to whom it was written</li>
      </ul>
    </Card>
  )
}

/** Everybody, by agency. */
export function ByName({ reading, id = 'by-name' }: { reading: Reading[]; id?: string }) {
  const agencies = [...new Set(reading.map(one => one.agencyName))]
  return (
    <Details id={id} summary={`By name: ${reading.length}`}>
      {agencies.map(agency => (
        <p>
          <strong>{agency}:</strong>{' '}
          {reading
            .filter(one => one.agencyName === agency)
            .map(one => one.name)
            .join(', ')}
        </p>
      ))}
    </Details>
  )
}

function Aside({ row, head, ways, me }: WhoProps) {
  const limits = limitsOf(head, row)
  return (
    <>
      <Card title="What is asked about">
        <Prose>
          <p>
            {row.called ? (
              <>
                <strong>{capital(row.called)}</strong>
                <br />
              </>
            ) : null}
            {row.byName ? `${row.byName}, ${row.byAgency}` : null}
            {row.byName && row.at ? ', ' : null}
            {row.at ? <When at={row.at} /> : null}
          </p>
          <p>
            <Marks mark={row} sides={programmeOf(head).sides} />
          </p>
          {limits.map(sentence => (
            <p>{sentence}</p>
          ))}
        </Prose>
      </Card>
      <Card title="Why can I read it?">
        <Prose>
          {row.restricted ? <p>{row.byId === me ? 'Because you wrote it.' : `Because ${row.byName} named you.`}</p> : null}
          {ways
            .filter(way => !shutBecause(head, row, way))
            .map(way => (
              <p>Because {becauseWords(way)}.</p>
            ))}
          <p>
            <a href={whyLink(head.id)}>Why can I see this case?</a>
          </p>
        </Prose>
      </Card>
    </>
  )
}

/** For whoever was given a task and sees only the headline of its case. */
export function HeadlineWhoPage({ row, headline }: { row: FoundRow; headline: Awaited<ReturnType<typeof findHeadline>> }) {
  const title = `Who can read this ${kinds[row.what].noun}?`
  return (
    <Page title={title} here="/tasks">
      <PageHead title={title} kind={headline.title} reference={headline.reference} back={{ href: '/tasks', label: 'Tasks' }} />
      <Prose>
        <p>You can, because it was given to {row.toName}. So can those who may read this part of the case.</p>
        <p>
          You see only the headline of the case. Who else can read it, {headline.leadWorkerName}, {headline.ownerAgencyName}, can say.
        </p>
      </Prose>
    </Page>
  )
}

/** For what was learnt about somebody in no case. */
export function UncasedWhoPage({ row }: { row: FoundRow }) {
  const title = `Who can read this ${kinds[row.what].noun}?`
  return (
    <Page title={title} here="/people">
      <PageHead title={title} back={{ href: `/people/${row.personId}`, label: 'The person' }} />
      <Card narrow>
        <Prose>
          <p>
            It was recorded {row.byName ? `by ${row.byName}, ${row.byAgency}, on their agency’s own list` : 'on an agency’s own list'} of
            people, and in no case.
          </p>
          <p>
            {row.category
              ? 'It is sensitive: only the agency whose list the person is on reads it.'
              : 'Whoever can see the person reads it: those who work a case that the person is in, and the agency whose list they are on.'}
          </p>
        </Prose>
      </Card>
    </Page>
  )
}
