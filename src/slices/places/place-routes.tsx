/** Addresses of places by themselves. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Conflict, type Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { isChangeable } from '../../platform/may-change.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { amendPlace, mayAmendPlace } from './commands.ts'
import { amendedPlace } from './inputs.ts'
import { placeLink } from './links.ts'
import { findPlace } from './queries.ts'
import { EditPlacePage, PlaceConflictPage, PlacePage } from './views/place-page.tsx'

export const onePlace = new Hono<Kith>()

onePlace.get('/places/:id', c =>
  read(c, async db => {
    const place = await look(db, id(c))
    return <PlacePage place={place} mayAmend={await isChangeable(db, 'places', place.id)} from={c.req.query('from')} />
  }),
)

onePlace.get('/places/:id/edit', c => read(c, db => editPage(c, db)))

onePlace.post('/places/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendPlace(db, id(c), await parse(c, amendedPlace))
      return placeLink(id(c))
    },
    invalid => read(c, db => editPage(c, db, invalid), 422),
  ).catch(error => sayConflict(c, error)),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function look(db: Db, placeId: string) {
  const place = await findPlace(db, placeId)
  await seen(db, 'place', place.id)
  return place
}

async function editPage(c: Context, db: Db, refused?: Invalid) {
  const place = await look(db, id(c))
  await mayAmendPlace(db, place.id)
  return <EditPlacePage place={place} refused={refused} />
}

/** A colleague was faster: both addresses on one page, status 409. */
async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(c, async db => <PlaceConflictPage place={await look(db, id(c))} yours={yours} />, 409)
}
