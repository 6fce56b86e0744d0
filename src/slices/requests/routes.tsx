/** Addresses of requests for information. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { listColleagues } from '../agencies/index.ts'
import { answerRequest, askAgency, handRequest } from './commands.ts'
import { handing, newAnswer, newRequest } from './inputs.ts'
import { requestLink, requestsLink } from './links.ts'
import { findRequest, listAnswers, listAskable, listRequests } from './queries.ts'
import { NewRequestPage } from './views/new-request-page.tsx'
import { RequestPage } from './views/request-page.tsx'
import { RequestsPage } from './views/requests-page.tsx'

export const requests = new Hono<Kith>()

requests.get(requestsLink, c =>
  read(c, async db => <RequestsPage requests={await listRequests(db)} own={db.actor.agencyId} now={new Date()} />),
)

requests.get(`${requestsLink}/new`, c => read(c, db => newPage(c, db)))

requests.post(requestsLink, c =>
  write(
    c,
    async db => requestLink(await askAgency(db, await parse(c, newRequest))),
    invalid => read(c, db => newPage(c, db, invalid), 422),
  ),
)

requests.get(`${requestsLink}/:id`, c => read(c, db => requestPage(c, db)))

requests.post(`${requestsLink}/:id/handing`, c =>
  write(
    c,
    async db => {
      await handRequest(db, id(c), (await parse(c, handing)).to)
      return requestLink(id(c))
    },
    invalid => read(c, db => requestPage(c, db, { handing: invalid }), 422),
  ),
)

requests.post(`${requestsLink}/:id/answer`, c =>
  write(
    c,
    async db => {
      await answerRequest(db, id(c), await parse(c, newAnswer))
      return requestLink(id(c))
    },
    invalid => read(c, db => requestPage(c, db, { answer: invalid }), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

const newPage = async (c: Context, db: Db, refused?: Invalid) => (
  <NewRequestPage askable={await listAskable(db)} caseId={c.req.query('case') ?? ''} refused={refused} />
)

async function requestPage(c: Context, db: Db, refused: { handing?: Invalid; answer?: Invalid } = {}) {
  const request = await findRequest(db, id(c))
  const ours = request.toAgencyId === db.actor.agencyId && !request.answeredAt
  return (
    <RequestPage
      request={request}
      answering={ours ? { shares: await listAnswers(db, request), colleagues: await listColleagues(db) } : undefined}
      refused={refused}
      now={new Date()}
    />
  )
}
