/** Addresses of consent. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { listAgencies } from '../agencies/index.ts'
import { listAgenciesOfCase, listNamesOfCase, lookAtCase, mayAdd } from '../cases/index.ts'
import { mayWithdraw, recordConsent, withdrawConsent } from './commands.ts'
import { newConsent, withdrawal } from './inputs.ts'
import { consentsLink } from './links.ts'
import { findConsent, listConsents, listResting } from './queries.ts'
import { ConsentForm } from './views/consent-form.tsx'
import { ConsentsPage } from './views/consents-page.tsx'
import { WithdrawalPage } from './views/withdrawal-page.tsx'

export const consents = new Hono<Kith>()

consents.get('/cases/:id/consents', c =>
  read(c, async db => {
    const head = await lookAtCase(db, id(c))
    const [found, resting] = [await listConsents(db, head.id), await listResting(db, head.id)]
    return <ConsentsPage head={head} consents={found} resting={resting} agencies={await listAgencies(db)} now={new Date()} />
  }),
)

consents.get('/cases/:id/consents/new', c => read(c, db => formPage(c, db)))

consents.post('/cases/:id/consents/new', c =>
  write(
    c,
    async db => {
      await recordConsent(db, id(c), await parse(c, newConsent))
      return consentsLink(id(c))
    },
    invalid => read(c, db => formPage(c, db, invalid), 422),
  ),
)

consents.get('/cases/:id/consents/:consent/withdrawal', c => read(c, db => withdrawalPage(c, db)))

consents.post('/cases/:id/consents/:consent/withdrawal', c =>
  write(
    c,
    async db => {
      await withdrawConsent(db, id(c), c.req.param('consent'), (await parse(c, withdrawal)).words)
      return consentsLink(id(c))
    },
    invalid => read(c, db => withdrawalPage(c, db, invalid), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function formPage(c: Context, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c), mayAdd)
  const agencies = (await listAgencies(db)).filter(one => !one.suspendedAt && one.id !== head.ownerAgencyId)
  const [people, inCase] = [await listNamesOfCase(db, head.id), await listAgenciesOfCase(db, head.id)]
  return <ConsentForm head={head} people={people} agencies={agencies} inCase={inCase} invalid={invalid} />
}

async function withdrawalPage(c: Context, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  const consent = await findConsent(db, head.id, c.req.param('consent') ?? '')
  if (consent.withdrawnAt) throw new NotFound('Not found.')
  await mayWithdraw(db, consent.id)
  return <WithdrawalPage head={head} consent={consent} resting={await listResting(db, head.id, consent.id)} invalid={invalid} />
}
