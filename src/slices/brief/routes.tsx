/** The address of the brief. HTTP only. */
import { Hono } from 'hono'
import { seen } from '../../platform/events.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { findCaseHead } from '../cases/index.ts'
import { findBrief } from './queries.ts'
import { BriefPage } from './views/brief-page.tsx'

export const brief = new Hono<Kith>()

brief.get('/cases/:id/brief', c =>
  read(c, async db => {
    const [head, now] = [await findCaseHead(db, c.req.param('id')), new Date()]
    // The look is asked for after the brief, which tells when the worker had looked before.
    const [found] = await Promise.all([findBrief(db, head, now), seen(db, 'brief', head.id, { caseId: head.id })])
    return <BriefPage head={head} brief={found} now={now} actor={db.actor} />
  }),
)
