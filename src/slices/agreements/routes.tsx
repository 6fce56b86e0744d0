/** Addresses of agreements. HTTP only. */
import { type Context, Hono } from 'hono'
import { administersPartnership, leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Conflict, Forbidden, type Invalid } from '../../platform/errors.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { listAgencies, listDeedsAbout } from '../agencies/index.ts'
import { addAgreement, amendAgreement, leaveAgreement, resumeAgreement, signAgreement, suspendAgreement } from './commands.ts'
import { amendedAgreement, newAgreement, signature, suspension } from './inputs.ts'
import { agreementLink } from './links.ts'
import { countShares, findAgreement, listAgreements, listClauses, listParties } from './queries.ts'
import { AgreementConflict, AgreementForm, LeaveAgreementPage, SuspendAgreementPage } from './views/agreement-forms.tsx'
import { AgreementList } from './views/agreement-list.tsx'
import { AgreementPage } from './views/agreement-page.tsx'

export const agreements = new Hono<Kith>()

agreements.get('/agreements', c =>
  read(c, async db => <AgreementList agreements={await listAgreements(db)} mayAdd={administersPartnership(db.actor)} />),
)

agreements.get('/agreements/new', c =>
  read(c, async db => {
    mustAdminister(db)
    return <AgreementForm />
  }),
)

agreements.post('/agreements/new', c =>
  write(
    c,
    async db => agreementLink(await addAgreement(db, await parse(c, newAgreement))),
    invalid => read(c, async () => <AgreementForm invalid={invalid} />, 422),
  ),
)

agreements.get('/agreements/:id', c => read(c, db => agreementPage(c, db)))

agreements.get('/agreements/:id/edit', c =>
  read(c, async db => {
    mustAdminister(db)
    return <AgreementForm agreement={await findAgreement(db, id(c))} />
  }),
)

agreements.post('/agreements/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendAgreement(db, id(c), await parse(c, amendedAgreement))
      return agreementLink(id(c))
    },
    invalid => read(c, async db => <AgreementForm agreement={await findAgreement(db, id(c))} invalid={invalid} />, 422),
  ).catch(error => sayConflict(c, error)),
)

agreements.get('/agreements/:id/suspension', c => read(c, db => suspensionPage(c, db)))

agreements.post('/agreements/:id/suspension', c =>
  write(
    c,
    async db => {
      await suspendAgreement(db, id(c), (await parse(c, suspension)).reason)
      return agreementLink(id(c))
    },
    invalid => read(c, db => suspensionPage(c, db, invalid), 422),
  ),
)

agreements.post('/agreements/:id/resumption', c =>
  write(c, async db => {
    await resumeAgreement(db, id(c))
    return agreementLink(id(c))
  }),
)

agreements.post('/agreements/:id/signatures', c =>
  write(
    c,
    async db => {
      await signAgreement(db, id(c), await parse(c, signature))
      return agreementLink(id(c))
    },
    invalid => read(c, db => agreementPage(c, db, invalid), 422),
  ),
)

agreements.get('/agreements/:id/leaving', c => read(c, db => leavingPage(c, db)))

agreements.post('/agreements/:id/leaving', c =>
  write(c, async db => {
    await leaveAgreement(db, id(c), String((await c.req.parseBody()).agency ?? ''))
    return agreementLink(id(c))
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

/** A form is shown only to those whose sending it could succeed. */
function mustAdminister(db: Db): void {
  if (!administersPartnership(db.actor)) throw new Forbidden('Only the partnership’s administrators may do this.')
}

async function agreementPage(c: Context, db: Db, invalid?: Invalid) {
  const agreement = await findAgreement(db, id(c))
  const parties = await listParties(db, agreement.id)
  const administers = administersPartnership(db.actor)
  const shares = administers ? await countShares(db, agreement.id) : await countShares(db, agreement.id, db.actor.agencyId)
  const others = administers ? (await listAgencies(db)).filter(one => !parties.some(party => party.id === one.id && party.party)) : []
  return (
    <AgreementPage
      {...{ agreement, parties, administers, shares, others, invalid, me: db.actor, governs: leadsGovernance(db.actor) }}
      clauses={await listClauses(db, agreement.id)}
      deeds={await listDeedsAbout(db, agreement.id)}
    />
  )
}

async function suspensionPage(c: Context, db: Db, invalid?: Invalid) {
  mustAdminister(db)
  return <SuspendAgreementPage agreement={await findAgreement(db, id(c))} shares={await countShares(db, id(c))} invalid={invalid} />
}

async function leavingPage(c: Context, db: Db) {
  const agency = c.req.query('agency') ?? db.actor.agencyId
  if (!administersPartnership(db.actor) && !(leadsGovernance(db.actor) && agency === db.actor.agencyId))
    throw new Forbidden('Only the agency’s information-governance lead takes it out.')
  const party = (await listParties(db, id(c))).find(one => one.id === agency && one.party)
  if (!party) throw new Forbidden('This agency is not party to the agreement.')
  return <LeaveAgreementPage agreement={await findAgreement(db, id(c))} shares={await countShares(db, id(c), agency)} agency={party} />
}

async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => (
      <AgreementConflict
        agreement={await findAgreement(db, id(c))}
        by={(await listDeedsAbout(db, id(c), 1))[0]?.by ?? 'A colleague'}
        yours={yours}
      />
    ),
    409,
  )
}
