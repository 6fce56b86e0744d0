/** Addresses of receipts. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { answerQuestion, confirmUnderstanding, reportAction } from './commands.ts'
import { action, answer, understanding } from './inputs.ts'
import { receiptLink, receiptsLink } from './links.ts'
import { findReceipt, listDoneTasks, listGiven, listReceived } from './queries.ts'
import { ReceiptPage } from './views/receipt-page.tsx'
import { ReceiptsPage } from './views/receipts-page.tsx'

export const receipts = new Hono<Kith>()

receipts.get(receiptsLink, c =>
  read(c, async db => <ReceiptsPage received={await listReceived(db)} given={await listGiven(db)} now={new Date()} />),
)

receipts.get(`${receiptsLink}/:id`, c => read(c, db => receiptPage(c, db)))

receipts.post(`${receiptsLink}/:id/understanding`, c =>
  write(
    c,
    async db => {
      const { from, ...said } = await parse(c, understanding)
      const caseId = await confirmUnderstanding(db, id(c), said)
      return { today: '/', case: `/cases/${caseId}` }[from] ?? receiptLink(id(c))
    },
    invalid => read(c, db => receiptPage(c, db, { understanding: invalid }), 422),
  ),
)

receipts.post(`${receiptsLink}/:id/answer`, c =>
  write(
    c,
    async db => {
      await answerQuestion(db, id(c), (await parse(c, answer)).answer)
      return receiptLink(id(c))
    },
    invalid => read(c, db => receiptPage(c, db, { answer: invalid }), 422),
  ),
)

receipts.post(`${receiptsLink}/:id/action`, c =>
  write(
    c,
    async db => {
      await reportAction(db, id(c), await parse(c, action))
      return receiptLink(id(c))
    },
    invalid => read(c, db => receiptPage(c, db, { action: invalid }), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function receiptPage(c: Context, db: Db, refused: Partial<Record<'understanding' | 'answer' | 'action', Invalid>> = {}) {
  const receipt = await findReceipt(db, id(c))
  const tasks = receipt.received && receipt.iOpened ? await listDoneTasks(db, receipt) : []
  return <ReceiptPage receipt={receipt} tasks={tasks} refused={refused} now={new Date()} />
}
