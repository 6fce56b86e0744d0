/** Addresses where a list of places is imported. HTTP only. */
import { type Context, Hono } from 'hono'
import { type Db, transact } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { lookAtCase, mayAdd } from '../cases/index.ts'
import { type Field, fields } from './columns.ts'
import { checkList, findList, importedFor, importPlaces, keepList, keepRows, type WaitingList } from './import.ts'
import { importLink, placesLink } from './links.ts'
import { receiveList } from './receive-list.ts'
import { CheckPage, ImportPage } from './views/import-pages.tsx'

export const imports = new Hono<Kith>()

imports.get('/cases/:id/places/import', c => read(c, async db => <ImportPage head={await lookAtCase(db, id(c), mayAdd)} />))

imports.post('/cases/:id/places/import', async c => {
  await transact(c.get('entry'), db => mayAdd(db, id(c)))
  // The list is taken in before the transaction that keeps it: no connection waits for a slow line.
  const [list] = await Promise.allSettled([receiveList(c.req.raw)])
  return write(
    c,
    async db => {
      if (list.status === 'rejected') throw list.reason
      await keepRows(db, await mayAdd(db, id(c)), list.value)
      return `${importLink(id(c))}/check`
    },
    invalid => read(c, async db => <ImportPage head={await lookAtCase(db, id(c), mayAdd)} refused={invalid} />, 422),
  )
})

imports.get('/cases/:id/places/import/check', c => read(c, db => checkPage(c, db)))

imports.post('/cases/:id/places/import/check', c =>
  write(c, async db => {
    const head = await mayAdd(db, id(c))
    await keepList(db, head.id, told(await c.req.parseBody(), await findList(db, head.id)))
    return `${importLink(head.id)}/check`
  }),
)

imports.post('/cases/:id/places/import/places', c =>
  write(
    c,
    async db => {
      const head = await mayAdd(db, id(c))
      return `${placesLink(head.id)}?added=${await importPlaces(db, head.id, await parse(c, importedFor))}`
    },
    invalid => read(c, db => checkPage(c, db, invalid), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

/** The waiting list as it would go in now; back to the beginning when none waits. */
async function checkPage(c: Context<Kith>, db: Db, refused?: Invalid) {
  const head = await lookAtCase(db, id(c), mayAdd)
  const waiting = await findList(db, head.id).catch(error => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  if (!waiting) return c.redirect(importLink(head.id), 303)
  return <CheckPage head={head} waiting={waiting} rows={await checkList(db, head, waiting)} refused={refused} />
}

/** The list with what the worker said of its columns. */
function told(typed: Record<string, unknown>, waiting: WaitingList): WaitingList {
  const known = new Set<unknown>(fields.map(([field]) => field))
  const columns = waiting.columns.map((_, index) => (known.has(typed[`column-${index}`]) ? (typed[`column-${index}`] as Field) : ''))
  return {
    ...waiting,
    columns,
    headed: typed.headed === 'yes',
    role: typeof typed.role === 'string' && typed.role ? typed.role.slice(0, 60) : waiting.role,
  }
}
