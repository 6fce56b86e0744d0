/** The form of a share, with what stands in it: new, like an earlier one, half filled in, or refused. */
import type { Context } from 'hono'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { findGrounds } from './basis.ts'
import { findRecipient } from './choice-queries.ts'
import { firstValues } from './first-values.ts'
import { headToShare } from './head.ts'
import { findProposal } from './proposals.ts'
import { listShares } from './queries.ts'
import { ShareFormPage } from './views/share-form.tsx'

/** @example sharing.get('/cases/:id/sharing/new', c => read(c, db => formPage(c, db))) */
export async function formPage(c: Context, db: Db, invalid?: Invalid) {
  const head = await headToShare(db, c.req.param('id') ?? '')
  const recipient = await findRecipient(db, c.req.query('with') ?? String(invalid?.values.with ?? ''))
  const grounds = await findGrounds(db, head.id, recipient.id)
  await seen(db, 'case', head.id, { caseId: head.id })
  const like = (await listShares(db, head.id)).find(share => share.id === c.req.query('like'))
  const proposed = like ? undefined : await findProposal(db, head.id)
  return (
    <ShareFormPage
      head={head}
      recipient={recipient}
      grounds={grounds}
      values={firstValues(head, recipient.id, grounds, { like, proposed })}
      invalid={invalid}
    />
  )
}
