/** Addresses of the places of a case. HTTP only. */
import { type Context, Hono } from 'hono'
import { csv } from '../../platform/spreadsheet.ts'
import type { Db } from '../../platform/db.ts'
import { Conflict, type Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { choseTheirs, parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { listMyTeams } from '../agencies/index.ts'
import { caseLink, findCaseHead, listSafeContacts, lookAtCase, mayAdd } from '../cases/index.ts'
import { addKnownPlace, addPlace, endPlace, gradePlace, openSubCaseFor } from './commands.ts'
import { exportRows } from './export.ts'
import { knownPlace, newGrade, newPlace, newSubCase } from './inputs.ts'
import { casePlaceLink, placesLink } from './links.ts'
import { countGrades, findCasePlace, listCasePlaces, searchPlaces } from './queries.ts'
import { GradeConflictPage } from './views/grade-conflict-page.tsx'
import { NewPlacePage, SubCaseForm } from './views/new-place-page.tsx'
import { PlacesPage } from './views/places-page.tsx'

export const casePlaces = new Hono<Kith>()

casePlaces.get('/cases/:id/places', c => read(c, db => placesPage(c, db)))

casePlaces.post('/cases/:id/places', c =>
  write(
    c,
    async db => {
      const { id: caseId } = await mayAdd(db, id(c))
      const typed = await c.req.parseBody()
      if (typed.place) await addKnownPlace(db, caseId, await parse(c, knownPlace))
      else await addPlace(db, caseId, await parse(c, newPlace))
      return placesLink(caseId)
    },
    invalid => read(c, db => newPlacePage(c, db, invalid), 422),
  ),
)

casePlaces.get('/cases/:id/places/new', c => read(c, db => newPlacePage(c, db)))

casePlaces.get('/cases/:id/places/export', c =>
  read(c, async db => {
    const head = await findCaseHead(db, id(c))
    await seen(db, 'export', head.id, { caseId: head.id, words: 'places' })
    const list = csv(exportRows(await listCasePlaces(db, head.id), await listSafeContacts(db, head.id)))
    return c.body(list, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="places-${head.reference}.csv"`,
    })
  }),
)

casePlaces.post('/cases/:id/places/:place/grade', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await gradePlace(db, id(c), place(c), await parse(c, newGrade))
      return `${placesLink(id(c))}#place-${encodeURIComponent(place(c))}`
    },
    invalid => read(c, db => placesPage(c, db, invalid), 422),
  ).catch(error => sayGradeConflict(c, error)),
)

casePlaces.post('/cases/:id/places/:place/ending', c =>
  write(c, async db => {
    await mayAdd(db, id(c))
    await endPlace(db, id(c), place(c))
    return placesLink(id(c))
  }),
)

casePlaces.get('/cases/:id/places/:place/sub-case', c => read(c, db => subCasePage(c, db)))

casePlaces.post('/cases/:id/places/:place/sub-case', c =>
  write(
    c,
    async db => caseLink(await openSubCaseFor(db, id(c), place(c), await parse(c, newSubCase))),
    invalid => read(c, db => subCasePage(c, db, invalid), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''
const place = (c: Context): string => c.req.param('place') ?? ''

async function placesPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  const { grade, added } = c.req.query()
  const counts = await countGrades(db, head.id)
  const wrong = invalid ? { id: place(c), refused: invalid } : undefined
  return (
    <PlacesPage
      {...{ head, counts, grade, wrong }}
      places={await listCasePlaces(db, head.id, { grade })}
      added={/^\d{1,4}$/.test(added ?? '') ? Number(added) : undefined}
    />
  )
}

async function newPlacePage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c), mayAdd)
  const words = (c.req.query('q') ?? '').trim()
  // In no case, like every search: whoever leads one side of it would read what is looked for on another.
  if (words) await seen(db, 'search', null, { words: `place: ${words}` })
  return <NewPlacePage head={head} words={words} known={words ? await searchPlaces(db, words) : []} refused={invalid} />
}

async function subCasePage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c), mayAdd)
  return (
    <SubCaseForm
      head={head}
      place={await findCasePlace(db, head.id, place(c))}
      teams={await listMyTeams(db)}
      action={`${casePlaceLink(head.id, place(c))}/sub-case`}
      refused={invalid}
    />
  )
}

/** A colleague was faster: both grades on one page, status 409. */
async function sayGradeConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const { grade = '', reason = '' } = (await c.req.parseBody()) as Record<string, string>
  return read(
    c,
    async db => {
      const head = await lookAtCase(db, id(c))
      return <GradeConflictPage head={head} place={await findCasePlace(db, head.id, place(c))} yours={{ grade, reason }} />
    },
    409,
  )
}
