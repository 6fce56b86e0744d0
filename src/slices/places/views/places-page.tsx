/** The places of a case: graded row by row, filtered by grade, added, imported, exported, each with its sub-case. */
import { type Programme, programmeOf } from '../../../programmes/index.ts'
import {
  Button,
  Card,
  EmptyState,
  Form,
  LinkButton,
  Marks,
  Notice,
  plural,
  PostButton,
  type Refused,
  Select,
  Stack,
  Table,
  Tag,
  TextField,
} from '../../../ui/index.ts'
import { type CaseHead, caseLink, CasePage, WhoCanRead } from '../../cases/index.ts'
import { casePlaceLink, exportLink, importLink, newPlaceLink, placeFromLink } from '../links.ts'
import type { CasePlace } from '../queries.ts'
import { placeAddress, placeName } from '../same.ts'
import { GradeFilter } from './grade-filter.tsx'

type PlacesProps = {
  head: CaseHead
  places: CasePlace[]
  counts: Record<string, number>
  grade?: string | undefined
  /** How many an import has just added. */
  added?: number | undefined
  /** The row whose grade was refused. */
  wrong?: { id: string; refused: Refused } | undefined
}

/** The page `/cases/:id/places`. */
export function PlacesPage({ head, places, counts, grade, added, wrong }: PlacesProps) {
  const programme = programmeOf(head)
  return (
    <CasePage head={head} here="places">
      <Stack>
        {added === undefined ? null : (
          <Notice kind="done">
            {added === 0 ? 'Every place on the list was in the case already.' : `${plural(added, 'place')} added.`}
          </Notice>
        )}
        {programme.placeGrades.length > 0 ? <GradeFilter caseId={head.id} programme={programme} counts={counts} grade={grade} /> : null}
        <Card title="Places" count={places.length} actions={<Actions head={head} />} flush>
          {programme.placeGrades.length > 0 ? (
            <p class="kith-legend">
              {programme.placeGrades.map(one => (
                <span>
                  <strong>{one.key}</strong> {one.meaning}
                </span>
              ))}
            </p>
          ) : null}
          <Table
            caption="Places"
            rows={places}
            columns={columnsFor(head, programme, wrong)}
            empty={
              <EmptyState icon="place" title={grade === undefined ? 'No places yet' : 'No places of this grade'}>
                Homes, premises and areas that matter to this case will be listed here. Add them one by one, or import a list.
              </EmptyState>
            }
          />
        </Card>
      </Stack>
    </CasePage>
  )
}

function Actions({ head }: { head: CaseHead }) {
  return (
    <>
      {head.mayContribute ? (
        <LinkButton href={newPlaceLink(head.id)} icon="plus" small>
          Add a place
        </LinkButton>
      ) : null}
      {head.mayContribute ? (
        <LinkButton href={importLink(head.id)} kind="quiet" small>
          Import a list
        </LinkButton>
      ) : null}
      <LinkButton href={exportLink(head.id)} kind="quiet" small leaves>
        Export as CSV
      </LinkButton>
    </>
  )
}

function columnsFor(head: CaseHead, programme: Programme, wrong: PlacesProps['wrong']) {
  const graded = programme.placeGrades.length > 0
  return [
    { title: 'Place', heading: true, cell: (one: CasePlace) => <PlaceCell head={head} place={one} sides={programme.sides} /> },
    { title: 'Role', cell: (one: CasePlace) => one.role, plain: true as const },
    ...(graded
      ? [
          {
            title: 'Grade',
            cell: (one: CasePlace) => (
              <GradeCell head={head} programme={programme} place={one} refused={wrong?.id === one.id ? wrong.refused : undefined} />
            ),
          },
        ]
      : []),
    {
      title: 'Sub-case',
      cell: (one: CasePlace) => <SubCaseCell head={head} place={one} />,
      plain: (one: CasePlace) => (one.subCaseId ? '(its sub-case)' : ''),
    },
  ]
}

function PlaceCell({ head, place, sides }: { head: CaseHead; place: CasePlace; sides: Programme['sides'] }) {
  return (
    <>
      <a href={placeFromLink(place.placeId, head.id)} dir="auto" id={`place-${place.id}`}>
        {placeName(place)}
      </a>{' '}
      <Marks mark={{ side: place.side }} sides={sides} />
      <div class="kith-row__about" dir="auto">
        {placeAddress(place)}
      </div>
      {place.basis && place.basis !== place.role ? (
        <div class="kith-row__about" dir="auto">
          {place.basis}
        </div>
      ) : null}
      <div class="kith-row__about kith-table__foot">
        <WhoCanRead what="place" id={place.id} />
      </div>
    </>
  )
}

function GradeCell({
  head,
  programme,
  place,
  refused,
}: {
  head: CaseHead
  programme: Programme
  place: CasePlace
  refused?: Refused | undefined
}) {
  const by = place.gradedByName ? (
    <div class="kith-row__about">
      {place.gradedByName}, {place.gradedByAgency}
    </div>
  ) : null
  if (!head.mayContribute)
    return (
      <>
        {place.grade ? <Tag kind="plain">{place.grade}</Tag> : 'Not graded'}
        <div class="kith-row__about" dir="auto">
          {place.gradeReason}
        </div>
        {by}
      </>
    )
  return (
    <Form
      id={`grade-${place.id}`}
      class="kith-grade"
      action={`${casePlaceLink(head.id, place.id)}/grade`}
      refused={refused}
      values={{ grade: place.grade, reason: place.gradeReason }}
    >
      <input type="hidden" name="version" value={place.version} />
      <Select
        name="grade"
        label={`Grade of ${placeName(place)}`}
        quietLabel
        empty="None"
        choices={programme.placeGrades.map(one => ({ value: one.key, label: one.key }))}
      />
      <TextField name="reason" label={`Reason for the grade of ${placeName(place)}`} quietLabel placeholder="Why?" />
      <Button kind="secondary" small>
        Save<span class="govuk-visually-hidden"> the grade of {placeName(place)}</span>
      </Button>
      {by}
    </Form>
  )
}

function SubCaseCell({ head, place }: { head: CaseHead; place: CasePlace }) {
  if (place.subCaseId && place.subCaseReference) return <a href={caseLink(place.subCaseId)}>{place.subCaseReference}</a>
  if (place.subCaseId) return <>Open, with another team</>
  if (!head.mayContribute) return <>None</>
  return (
    <span class="kith-grade kith-grade--links">
      <LinkButton href={`${casePlaceLink(head.id, place.id)}/sub-case`} kind="quiet" small>
        Open a sub-case<span class="govuk-visually-hidden"> for {placeName(place)}</span>
      </LinkButton>
      <PostButton action={`${casePlaceLink(head.id, place.id)}/ending`} kind="quiet" small>
        Take off<span class="govuk-visually-hidden"> {placeName(place)}</span>
      </PostButton>
    </span>
  )
}
