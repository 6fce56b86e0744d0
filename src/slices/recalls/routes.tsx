/** Addresses of recalls. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findPointer } from '../pointers/index.ts'
import { confirmRecall, mayConfirm } from './commands.ts'
import { confirmation } from './inputs.ts'
import { recallsLink } from './links.ts'
import { findOurRecall, listOurRecalls, listRecallsOf } from './queries.ts'
import { CaseRecallsPage, ConfirmationPage, RecallsPage } from './views/pages.tsx'

export const recalls = new Hono<Kith>()

recalls.get('/cases/:id/recalls', c =>
  read(c, async db => {
    const id = c.req.param('id')
    const { reference } = await findPointer(db, id)
    await seen(db, 'case', id, { caseId: id })
    return <CaseRecallsPage caseId={id} reference={reference} recalls={await listRecallsOf(db, id)} />
  }),
)

recalls.get(recallsLink, c => read(c, async db => <RecallsPage recalls={await listOurRecalls(db)} />))

recalls.get(`${recallsLink}/:id/confirmation`, c => read(c, db => confirmationPage(c, db)))

recalls.post(`${recallsLink}/:id/confirmation`, c =>
  write(
    c,
    async db => {
      await confirmRecall(db, c.req.param('id'), await parse(c, confirmation))
      return recallsLink
    },
    invalid => read(c, db => confirmationPage(c, db, invalid), 422),
  ),
)

async function confirmationPage(c: Context, db: Db, refused?: Invalid) {
  const recall = await findOurRecall(db, c.req.param('id') ?? '')
  if (!recall || recall.confirmedAt) throw new NotFound('Not found.')
  await mayConfirm(db, recall.id)
  return <ConfirmationPage recall={recall} refused={refused} />
}
