/** Pages to print: a letter laid out, and the case pack with the parts that the worker chose. */
import type { Child } from 'hono/jsx'
import {
  Button,
  ButtonRow,
  Card,
  Checkboxes,
  day,
  dayAndTime,
  Form,
  Page,
  PageHead,
  Prose,
  type Refused,
  Stack,
} from '../../../ui/index.ts'
import { type CaseHead, caseLink, CasePage } from '../../cases/index.ts'
import type { ReadEntry } from '../../chronology/index.ts'
import { type PackPart, packParts } from '../inputs.ts'
import { documentLink, documentsLink, packLink } from '../links.ts'
import type { ListedDocument, PackPlan } from '../queries.ts'

/** The page `/documents/:id/letter`: a letter laid out for printing. */
export function PrintLetterPage({ id, head, title, text }: { id: string; head: CaseHead; title: string; text: string }) {
  return (
    <Page title={title} marking={markingOf(head)}>
      <PageHead title={title} back={{ href: documentLink(id), label: 'Back to the document' }} />
      <article class="kith-letter" dir="auto">
        {text}
      </article>
    </Page>
  )
}

/** The page `/cases/:id/pack`: which parts to print. */
export function ChoosePackPage({ head, refused }: { head: CaseHead; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Case pack">
        <Prose>
          <p>A page to print or to save as PDF. What is printed leaves Kith: that you made the pack is logged.</p>
        </Prose>
        <Form action={`${packLink(head.id)}/print`} method="get" refused={refused} values={{ part: ['people', 'plan', 'chronology'] }}>
          <Checkboxes name="part" label="What should be in it?" choices={[...packParts]} />
          <ButtonRow>
            <Button>Make the pack</Button>
            <a href={documentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

type PackProps = {
  head: CaseHead
  parts: PackPart[]
  plan: PackPlan
  entries: ReadEntry[]
  documents: ListedDocument[]
  now: Date
  by: string
}

/** The page `/cases/:id/pack/print`. */
export function PackPage({ head, parts, plan, entries, documents, now, by }: PackProps) {
  const filled: Record<PackPart, Child> = {
    people: <PeoplePart people={plan.people} />,
    places: <PlacesPart places={plan.places} />,
    plan: <PlanPart plan={plan} />,
    chronology: <ChronologyPart entries={entries} />,
    documents: (
      <ul>
        {documents.map(one => (
          <li dir="auto">
            {one.title} ({one.kind}, {day(one.addedAt)}, {one.agencyName})
          </li>
        ))}
      </ul>
    ),
  }
  return (
    <Page title={`Pack: ${head.title}`} marking={markingOf(head)}>
      <PageHead
        title={head.title}
        kind={head.programmeName}
        reference={head.reference}
        back={{ href: caseLink(head.id, 'documents'), label: 'Back to the case' }}
      />
      <Stack>
        <p class="kith-provenance">
          <span>
            {head.ownerAgencyName}, {head.leadWorkerName}
          </span>
          <span>{head.stageName}</span>
          <span>
            Made by {by}, {dayAndTime(now)}
          </span>
        </p>
        {head.summary ? (
          <Prose>
            <p dir="auto">{head.summary}</p>
          </Prose>
        ) : null}
        {packParts
          .filter(part => parts.includes(part.value))
          .map(part => (
            <Card title={part.label}>{filled[part.value]}</Card>
          ))}
      </Stack>
    </Page>
  )
}

function PeoplePart({ people }: { people: PackPlan['people'] }) {
  if (people.length === 0) return <p>Nobody is recorded.</p>
  return (
    <ul>
      {people.map(one => (
        <li dir="auto">
          <strong>
            {one.givenName} {one.familyName}
          </strong>
          {one.bornOn ? `, born ${day(one.bornOn)}` : ''}: {one.role}. {one.basis}
          {one.warnings.map(warning => (
            <>
              <br />
              <strong>Warning: {warning}</strong>
            </>
          ))}
        </li>
      ))}
    </ul>
  )
}

function PlacesPart({ places }: { places: PackPlan['places'] }) {
  if (places.length === 0) return <p>No places are recorded.</p>
  return (
    <ul>
      {places.map(one => (
        <li dir="auto">
          {[one.name, one.line1, one.town, one.postcode].filter(Boolean).join(', ')}: {one.role}
          {one.grade ? `, grade ${one.grade}` : ''}
          {one.gradeReason ? ` (${one.gradeReason})` : ''}
        </li>
      ))}
    </ul>
  )
}

function PlanPart({ plan: { aims, tasks } }: { plan: PackPlan }) {
  const groups = [...aims, { id: null, title: aims.length > 0 ? 'Other tasks' : 'Tasks' }]
  return (
    <>
      {groups.map(aim => {
        const own = tasks.filter(task => task.aimId === aim.id)
        return own.length === 0 && aim.id === null ? null : (
          <>
            <h3 dir="auto">{aim.title}</h3>
            <ul>
              {own.map(task => (
                <li dir="auto">
                  {task.title}: {stateOf(task)}
                </li>
              ))}
            </ul>
          </>
        )
      })}
    </>
  )
}

function stateOf(task: PackPlan['tasks'][number]): string {
  if (task.doneAt) return `done ${day(task.doneAt)}`
  return task.cancelledAt ? 'called off' : `due ${day(task.dueOn)}`
}

function ChronologyPart({ entries }: { entries: ReadEntry[] }) {
  if (entries.length === 0) return <p>Nothing is written yet.</p>
  return (
    <>
      {entries.map(entry => (
        <div class="kith-pack-entry">
          <h3>
            {dayAndTime(entry.occurredAt)} · {entry.kind}
          </h3>
          <p class="kith-words" dir="auto">
            {entry.body}
          </p>
          {entry.correctionReason ? (
            <p>
              Corrected: {entry.correctionReason}. It said before: {entry.oldBody}
            </p>
          ) : null}
          <p class="kith-provenance">
            <span>
              {entry.authorName}, {entry.agencyName}
            </span>
          </p>
        </div>
      ))}
    </>
  )
}

const markingOf = (head: CaseHead) => (head.marking === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL')
