/** Addresses of the record. HTTP only. */
import { type Context, Hono } from 'hono'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { findCaseHead } from '../cases/index.ts'
import { findPointer } from '../pointers/index.ts'
import { flags } from './flag-routes.tsx'
import { answersForRecord } from './flags.ts'
import { caseLooksLink, flagsLink, looksLink, trailLink } from './links.ts'
import { asksForFile, exportFor, listFor } from './list.ts'
import { findLastSeal } from './queries.ts'
import { CaseLooksPage, TrailPage } from './views/trail-page.tsx'

export const audit = new Hono<Kith>()

audit.route('/', flags)

audit.get('/cases/:id/looks', c => read(c, db => caseLooksPage(c, db, c.req.param('id'))))

audit.get('/account/trail', c =>
  read(c, async db => {
    const mine = { workerId: db.actor.workerId }
    if (asksForFile(c)) return exportFor(c, db, mine)
    return (
      <TrailPage
        title="What I did and looked at"
        here="/account"
        back={{ href: '/account', label: 'My account' }}
        mine
        about="Everything you did, opened, printed or searched for. Those who lead a case, and information-governance leads, see your looks at theirs."
        {...(await listFor(c, db, trailLink, ['kind', 'from', 'until'], mine))}
      />
    )
  }),
)

audit.get('/looks', c =>
  read(c, async db => {
    if (!answersForRecord(db))
      throw new Forbidden(
        'Information-governance leads see who looked at their agency’s cases. Your own looks are under your name, at the top.',
      )
    if (asksForFile(c)) return exportFor(c, db, {})
    return (
      <TrailPage
        title="The record"
        here={looksLink}
        about={`Looks at the cases of ${db.actor.agencyName}, whoever looked; what its workers searched for and whom they looked at; how they signed in; and what was refused.`}
        sealed={(await findLastSeal(db))?.sealedAt ?? 'nothing'}
        flagsHref={flagsLink}
        {...(await listFor(c, db, looksLink, ['who', 'reference', 'kind', 'from', 'until'], {}))}
      />
    )
  }),
)

async function caseLooksPage(c: Context, db: Db, caseId: string) {
  const { reference, ownerAgencyId } = await findPointer(db, caseId)
  const head = await findCaseHead(db, caseId).catch(error => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  const owns = leadsGovernance(db.actor) && ownerAgencyId === db.actor.agencyId
  if (!owns && !head?.mayLead) throw new Forbidden('Those who lead the case see who looked at it.')
  const looks = { caseId, looksOnly: true }
  if (asksForFile(c)) return exportFor(c, db, looks)
  const list = await listFor(c, db, caseLooksLink(caseId), ['who', 'kind', 'from', 'until'], looks)
  if (head) {
    await seen(db, 'case', caseId, { caseId })
    return <CaseLooksPage head={head} {...list} />
  }
  return (
    <TrailPage
      title={`Who looked at ${reference}`}
      here={looksLink}
      back={{ href: looksLink, label: 'The record' }}
      about="You see the looks at your agency’s case, and nothing of the case itself."
      {...list}
    />
  )
}
