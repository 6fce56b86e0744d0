/** Addresses of who can read one row, and of the readers of what is restricted. HTTP only. */
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Db } from '../../../platform/db.ts'
import { Invalid, NotFound } from '../../../platform/errors.ts'
import { seen } from '../../../platform/events.ts'
import { parse } from '../../../platform/input.ts'
import { type Kith, read, write } from '../../../platform/requests.ts'
import { findHeadline, type RowKind, whoLink } from '../../cases/index.ts'
import { listKeptOut } from '../../conflicts/index.ts'
import { endReader, listFound, listReaders, nameReaders, namedReaders, type Restrictable } from '../../readers/index.ts'
import { findReach, listShares } from '../queries.ts'
import { listMyWays } from '../why-queries.ts'
import { headOrNothing } from '../head.ts'
import { followDeed } from './deeds.ts'
import type { Findable } from './finders.ts'
import { findersPage } from './finders-page.tsx'
import { type FoundRow, findRow, listOpenings, listReading } from './queries.ts'
import { HeadlineWhoPage, RuledWhoPage, UncasedWhoPage, WhoPage } from './who-page.tsx'

export const rows = new Hono<Kith>()

rows.get('/who/:what{people|places}/:id', c => read(c, db => findersPage(db, c.req.param('what') as Findable, c.req.param('id'))))

rows.get('/who/:what/:id', c => read(c, db => whoPage(c, db)))

rows.post('/who/:what/:id/readers', c =>
  write(
    c,
    async db => {
      const row = await restrictedRow(c, db)
      const said = await parse(c, z.object(namedReaders))
      if ((await nameReaders(db, row, said)).length === 0) throw new Invalid({ readers: 'Write the name of a colleague.' })
      return here(c)
    },
    invalid => read(c, db => whoPage(c, db, invalid), 422),
  ),
)

rows.post('/who/:what/:id/readers/:worker/ending', c =>
  write(c, async db => {
    await endReader(db, await restrictedRow(c, db), c.req.param('worker'))
    return here(c)
  }),
)

const here = (c: Context): string => whoLink(c.req.param('what') as RowKind, c.req.param('id') ?? '')

const rowOf = (c: Context, db: Db): Promise<FoundRow> => findRow(db, c.req.param('what') ?? '', c.req.param('id') ?? '')

async function restrictedRow(c: Context, db: Db): Promise<Restrictable> {
  const row = await rowOf(c, db)
  if (!row.restricted || !row.caseId) throw new NotFound('Not found.')
  return { id: row.id, caseId: row.caseId, mark: row }
}

async function whoPage(c: Context, db: Db, invalid?: Invalid) {
  const asked = await rowOf(c, db)
  if (!asked.caseId) return uncasedPage(db, asked)
  const head = await headOrNothing(db, asked.caseId)
  // Of a case that is no longer open, nobody is shown a timeline.
  if (!head && asked.what === 'deed') throw new NotFound('Not found.')
  await seen(db, 'case', asked.caseId, { caseId: asked.caseId })
  if (!head) return <HeadlineWhoPage row={asked} headline={await findHeadline(db, asked.caseId)} />
  const { row, rule } = asked.what === 'deed' ? await followDeed(db, asked) : { row: asked }
  if (rule) return <RuledWhoPage row={row} head={head} rule={rule} />
  const shares = await listShares(db, head.id)
  return (
    <WhoPage
      {...{ row, head, shares, invalid }}
      ways={await listMyWays(db, head.id)}
      reach={await findReach(db, shares)}
      me={db.actor.workerId}
      keptOut={await listKeptOut(db, head.id)}
      {...(await whoReads(db, row, invalid))}
    />
  )
}

/** Of something restricted its readers, else everybody by name. */
async function whoReads(db: Db, row: FoundRow, invalid?: Invalid) {
  if (!row.restricted)
    return { reading: row.what === 'message' && row.toId ? [] : await listReading(db, row), readers: [], openings: [], found: [] }
  const [readers, openings] = [await listReaders(db, row.id), row.byId === db.actor.workerId ? await listOpenings(db, row.id) : []]
  return {
    reading: [],
    readers,
    openings,
    found: await listFound(db, row.caseId ?? '', { ...invalid?.values, side: row.side ?? 'all', category: row.category ?? '' }),
  }
}

/** What was learnt about somebody in no case belongs to whoever's list they are on. */
async function uncasedPage(db: Db, row: FoundRow) {
  await seen(db, 'person', row.personId)
  return <UncasedWhoPage row={row} />
}
