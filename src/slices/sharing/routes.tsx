/** Addresses of sharing. HTTP only. */
import { type Context, Hono } from 'hono'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { type Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { check, parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findHeadline } from '../cases/index.ts'
import { listKeptOut } from '../conflicts/index.ts'
import { findPointer } from '../pointers/index.ts'
import { listRecipients } from './choice-queries.ts'
import { checkShare, endShare, shareCase } from './commands.ts'
import { headOrNothing, headToShare } from './head.ts'
import { checkMayGive } from './may-give.ts'
import { formPage } from './form-page.tsx'
import { newShare, proposal, shareEnd } from './inputs.ts'
import { previewLink, sharingLink } from './links.ts'
import { dropProposal, findFinishedProposal, keepProposal } from './proposals.ts'
import { findReach, listSeatsOf, listSharedOn, listShares } from './queries.ts'
import { CheckPage } from './views/check-page.tsx'
import { rows } from './row/routes.tsx'
import { EndPage } from './views/end-page.tsx'
import { ChoosePage } from './views/choose-page.tsx'
import { GovernedSharingPage, SharingPage } from './views/sharing-page.tsx'
import { LesserWhyPage, WhyPage } from './views/why-page.tsx'
import { listMyWays } from './why-queries.ts'

export const sharing = new Hono<Kith>()

sharing.route('/', rows)

sharing.get('/cases/:id/sharing', c => read(c, db => sharingPage(db, id(c))))

sharing.get('/cases/:id/sharing/new', c => read(c, db => (c.req.query('with') ? formPage(c, db) : choosePage(c, db))))

sharing.post('/cases/:id/sharing/new', c =>
  write(
    c,
    async db => {
      const { next, ...typed } = await parse(c, proposal)
      await keepProposal(db, id(c), typed)
      if (next === 'preview') return previewLink(id(c))
      const input = check(newShare, typed)
      await checkMayGive(db, input, await checkShare(db, id(c), input))
      return sharingLink(id(c), 'check')
    },
    invalid => read(c, db => formPage(c, db, invalid), 422),
  ),
)

sharing.get('/cases/:id/sharing/check', c =>
  read(c, async db => {
    const input = await findFinishedProposal(db, id(c))
    const checked = await checkShare(db, id(c), input)
    await checkMayGive(db, input, checked)
    await seen(db, 'case', id(c), { caseId: id(c) })
    return <CheckPage input={input} checked={checked} seats={await listSeatsOf(db, [input.with])} />
  }),
)

sharing.post('/cases/:id/sharing', c =>
  write(
    c,
    async db => {
      await shareCase(db, id(c), await findFinishedProposal(db, id(c)))
      await dropProposal(db, id(c))
      return sharingLink(id(c))
    },
    invalid => read(c, db => formPage(c, db, invalid), 422),
  ),
)

sharing.get('/cases/:id/sharing/:share/end', c => read(c, db => endPage(c, db)))

sharing.post('/cases/:id/sharing/:share/end', c =>
  write(
    c,
    async db => {
      const { reason, along } = await parse(c, shareEnd)
      await endShare(db, id(c), c.req.param('share'), reason, along)
      return sharingLink(id(c))
    },
    invalid => read(c, db => endPage(c, db, invalid), 422),
  ),
)

sharing.get('/cases/:id/why', c => read(c, db => whyPage(db, id(c))))

const id = (c: Context): string => c.req.param('id') ?? ''

async function sharingPage(db: Db, caseId: string) {
  const head = await headOrNothing(db, caseId)
  if (!head) return governedPage(db, caseId)
  await seen(db, 'case', caseId, { caseId })
  return <SharingPage head={head} governs={governsCase(db, head.ownerAgencyId)} {...(await whoSees(db, caseId))} />
}

/** An information-governance lead answers for the shares of cases that they may not read. */
async function governedPage(db: Db, caseId: string) {
  const { reference, ownerAgencyId } = await findPointer(db, caseId)
  if (!governsCase(db, ownerAgencyId)) throw new NotFound('Not found.')
  return <GovernedSharingPage id={caseId} reference={reference} {...(await whoSees(db, caseId))} />
}

/** Both questions for everybody whom a case is open to, at any tier: who can see it, and why they can themselves. */
async function whyPage(db: Db, caseId: string) {
  const ways = await listMyWays(db, caseId)
  if (ways.length === 0) return governedPage(db, caseId)
  const pointer = await findPointer(db, caseId)
  await seen(db, 'case', caseId, { caseId })
  const head = await headOrNothing(db, caseId)
  if (head) return <WhyPage ways={ways} head={head} {...(await whoSees(db, caseId))} />
  return <LesserWhyPage ways={ways} pointer={pointer} headline={await findHeadline(db, caseId).catch(nothing)} />
}

const nothing = (error: unknown): undefined => {
  if (!(error instanceof NotFound)) throw error
}

async function whoSees(db: Db, caseId: string) {
  const shares = await listShares(db, caseId)
  return { shares, reach: await findReach(db, shares), keptOut: await listKeptOut(db, caseId) }
}

/** Whether the worker is an information-governance lead of the agency that owns the case. */
const governsCase = ({ actor }: Db, ownerAgencyId: string): boolean => actor.agencyId === ownerAgencyId && leadsGovernance(actor)

async function choosePage(c: Context, db: Db) {
  const head = await headToShare(db, id(c))
  const said = (c.req.query('q') ?? '').trim().slice(0, 100)
  await seen(db, 'case', head.id, { caseId: head.id })
  // A guest who leads may not share with their own side, so it is not offered.
  const recipients = (await listRecipients(db, said)).filter(one => !one.own || head.ownerAgencyId === db.actor.agencyId)
  return <ChoosePage head={head} said={said} recipients={recipients} shares={await listShares(db, head.id)} />
}

async function endPage(c: Context, db: Db, invalid?: Invalid) {
  const shares = await listShares(db, id(c))
  const share = shares.find(
    one => one.id === c.req.param('share') && one.standing !== 'ended' && one.basis !== 'owner' && !one.inherited && one.mineToEnd,
  )
  if (!share) throw new NotFound('Not found.')
  const others = shares.filter(one => one.principalId === share.principalId && one.id !== share.id && one.standing === 'open')
  const sharedOn = await listSharedOn(db, id(c), share.principalId)
  const along = shares.filter(one => sharedOn.includes(one.id) && one.id !== share.id && one.mineToEnd)
  return <EndPage caseId={id(c)} share={share} others={others} sharedOn={along} invalid={invalid} />
}
