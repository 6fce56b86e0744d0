/** The page of one person: how to stay safe, how to reach them, who they are to whom, and what has happened. */
import {
  Card,
  Columns,
  day,
  EmptyState,
  isoDay,
  LinkButton,
  Marks,
  nameOf,
  Notice,
  Page,
  PageHead,
  Provenance,
  Rows,
  Stack,
  stillAsked,
  Tag,
  Timeline,
  unbroken,
  Warnings,
} from '../../../ui/index.ts'
import { entryKindName, programmeOf } from '../../../programmes/index.ts'
import { type listMerges, type listOpenPairs, mergeEndingLink, pairLink } from '../../matching/index.ts'
import { caseLink, WhoCanRead, whoFindsLink, whoLink } from '../../cases/index.ts'
import { entryIcon, openedEntryLink } from '../../chronology/index.ts'
import { OpenedOnly } from '../../readers/index.ts'
import { ageLine } from '../born-words.ts'
import type { MergedEntry } from '../chronology.ts'
import { peopleLink, personLink, personPartLink } from '../links.ts'
import type { Known, LearningPlaces, Person } from '../queries.ts'
import { ContactsCard, NamesCard, NeedsCard, RelationshipsCard, sidesOf, WarningsCard } from './known-cards.tsx'

export interface PersonPageProps {
  person: Person
  known: Known
  places: LearningPlaces
  entries: MergedEntry[]
  named: boolean
  older: string | undefined
  /** Whether to offer who looked at them. */
  governs: boolean
  merges: Awaited<ReturnType<typeof listMerges>>
  pairs: Awaited<ReturnType<typeof listOpenPairs>>
  now: Date
}

/** The whole page. */
export function PersonPage({ person, known, places, now, governs, merges, pairs, ...chronology }: PersonPageProps) {
  const mayAdd = places.cases.length > 0 || places.ownList
  return (
    <Page title={nameOf(person)} here={peopleLink}>
      <PageHead
        title={nameOf(person)}
        kind={[ageLine(person, isoDay(now)), person.gender].filter(Boolean).join(' · ')}
        back={{ href: peopleLink, label: 'People' }}
        tags={person.diedOn ? <Tag kind="quiet">Died {day(person.diedOn).slice(4)}</Tag> : undefined}
        actions={
          <>
            {governs ? (
              <LinkButton href={`/looks?subject=${person.id}`} kind="quiet" icon="eye">
                Who looked
              </LinkButton>
            ) : null}
            {mayAdd ? (
              <LinkButton href={personPartLink(person.id, 'details')} kind="quiet" icon="pencil">
                Change
              </LinkButton>
            ) : null}
          </>
        }
      />
      <Stack>
        <Warnings
          warnings={known.warnings.map(one => ({
            instruction: one.instruction,
            reason: one.reason || undefined,
            author: one.by ?? undefined,
            agency: one.agency ?? undefined,
            reviewOn: one.reviewOn,
            tags: <Marks mark={one} sides={sidesOf(one)} />,
            who: whoLink('warning', one.id),
          }))}
        />
        {known.needs
          .filter(one => one.kind === 'safe contact')
          .map(one => (
            <Notice kind="attention" title="Safe contact">
              {one.detail} <Marks mark={one} sides={sidesOf(one)} />
            </Notice>
          ))}
        {pairs.map(pair => (
          <Notice kind="attention" actions={<a href={pairLink(pair.id)}>Look at both</a>}>
            {nameOf({ givenName: pair.oneGiven, familyName: pair.oneFamily })} and{' '}
            {nameOf({ givenName: pair.otherGiven, familyName: pair.otherFamily })} may be the same person.
          </Notice>
        ))}
        <Columns aside={<Aside person={person} known={known} mayAdd={mayAdd} merges={merges} />}>
          <Stack>
            <ContactsCard person={person} contacts={known.contacts} mayAdd={mayAdd} />
            <CasesCard known={known} />
            <MergedTimeline person={person} now={now} {...chronology} />
          </Stack>
        </Columns>
      </Stack>
    </Page>
  )
}

type AsideProps = { person: Person; known: Known; mayAdd: boolean; merges: PersonPageProps['merges'] }

function Aside({ person, known, mayAdd, merges }: AsideProps) {
  return (
    <>
      <NeedsCard person={person} needs={known.needs} mayAdd={mayAdd} />
      <WarningsCard person={person} warnings={known.warnings} mayAdd={mayAdd} />
      <NamesCard person={person} names={known.names} mayAdd={mayAdd} />
      <RelationshipsCard person={person} relationships={known.relationships} mayAdd={mayAdd} />
      <Card title="About this record">
        <Provenance
          author={person.createdByName ?? undefined}
          when={unbroken(`${person.createdByName ? 'added' : 'Added'} ${day(person.createdAt)}`)}
        />
        <p>
          {person.heldByName ? `On ${person.heldByName}’s own list.` : 'Seen by those who may read a case this person is in.'}{' '}
          <a href={whoFindsLink('people', person.id)}>Who can find them, and why?</a>
        </p>
        {merges.map(one => (
          <p>
            Shown together with the record of {nameOf(one)}
            {one.heldBy ? ` (${one.heldBy}’s list)` : ''}, merged {one.by ? `by ${one.by} (${one.agency}) ` : ''}on {day(one.mergedAt)}
            {one.reason ? `: ${one.reason}` : '.'} <a href={mergeEndingLink(one.id)}>Take apart again</a>
          </p>
        ))}
        <p>
          <a href={personPartLink(person.id, 'equality')}>Equality monitoring</a>: kept apart, and each look is logged.
        </p>
      </Card>
    </>
  )
}

function CasesCard({ known: { cases } }: { known: Known }) {
  return (
    <Card title="Cases" count={cases.length} flush>
      <Rows
        label="Cases"
        empty={<EmptyState icon="cases" title="In no case that you can see" />}
        rows={cases.map(one => ({
          title: one.title,
          href: caseLink(one.caseId),
          about: `${one.reference} · ${programmeOf(one).name} · ${one.agency} · ${one.basis}`,
          end: (
            <>
              <Marks mark={one} sides={programmeOf(one).sides} />
              <Tag kind={one.endedAt || one.closedAt ? 'quiet' : 'pine'}>{one.endedAt ? `was ${one.role}` : one.role}</Tag>
              {one.closedAt ? <Tag kind="quiet">Closed</Tag> : null}
            </>
          ),
        }))}
      />
    </Card>
  )
}

function MergedTimeline({ person, entries, named, older, now }: Pick<PersonPageProps, 'person' | 'entries' | 'named' | 'older' | 'now'>) {
  const here = `${personLink(person.id)}?only=${named ? 'named' : 'all'}`
  return (
    <Card
      title="What has happened"
      id="chronology"
      actions={
        <a href={stillAsked(`${personLink(person.id)}?only=${named ? 'all' : 'named'}#chronology`)}>
          {named ? 'Everything in their cases' : `Only where ${person.givenName || person.familyName} is named`}
        </a>
      }
    >
      <p class="kith-none">
        {named ? `What names ${nameOf(person)}, in every case you may read.` : 'From every case of theirs that you may read, newest first.'}
      </p>
      <Timeline
        now={now}
        label={`What has happened to ${nameOf(person)}`}
        empty={
          <EmptyState icon="note" title="Nothing written yet">
            Notes that name this person, in any case you may read, will be listed here.
          </EmptyState>
        }
        entries={entries.map(entry => ({
          id: `entry-${entry.id}`,
          kind: entryKindName(entry, entry.kind),
          icon: entryIcon(entry.kind),
          happenedAt: entry.occurredAt,
          author: entry.authorName,
          agency: entry.agencyName,
          body: entry.restricted ? <OpenedOnly href={openedEntryLink(entry.caseId, entry.id)} /> : <p class="kith-written">{entry.body}</p>,
          tags: (
            <>
              <Marks mark={{ side: entry.side, category: entry.category }} sides={programmeOf(entry).sides} />
              {entry.namesThem && !named ? <Tag kind="blue">Names them</Tag> : null}
            </>
          ),
          foot: (
            <>
              <a href={`${caseLink(entry.caseId)}#entry-${entry.id}`}>{unbroken(`${entry.title} (${entry.reference})`)}</a>
              <WhoCanRead what="entry" id={entry.id} />
            </>
          ),
        }))}
      />
      {older ? (
        <p>
          <a href={stillAsked(`${here}&before=${encodeURIComponent(older)}#chronology`)}>Earlier entries</a>
        </p>
      ) : null}
    </Card>
  )
}
