/** Addresses of the look log. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Forbidden, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { parseDay } from '../../ui/index.ts'
import { findCaseHead } from '../cases/index.ts'
import { findPointer } from '../pointers/index.ts'
import { caseLooksLink, looksLink, trailLink } from './links.ts'
import { type LookFilter, listLooks } from './queries.ts'
import { type Asked, CaseLooksPage, type ListProps, LooksPage } from './views/looks-page.tsx'

export const audit = new Hono<Kith>()

audit.get('/cases/:id/looks', c => read(c, db => caseLooksPage(c, db, c.req.param('id'))))

audit.get('/account/trail', c =>
  read(c, async db => (
    <LooksPage
      title="What I looked at"
      here="/account"
      about="Everything you opened, printed or searched for. Those who lead a case, and information-governance leads, see your looks at theirs."
      {...(await listFor(c, db, trailLink, ['kind', 'day'], { workerId: db.actor.workerId }))}
    />
  )),
)

audit.get('/looks', c =>
  read(c, async db => {
    if (!governs(db))
      throw new Forbidden(
        'Information-governance leads see who looked at their agency’s cases. Your own looks are under your name, at the top.',
      )
    return (
      <LooksPage
        title="Who looked"
        here={looksLink}
        about={`Looks at the cases of ${db.actor.agencyName}, whoever looked, and what its workers searched for.`}
        {...(await listFor(c, db, looksLink, ['who', 'reference', 'kind', 'day'], {}))}
      />
    )
  }),
)

const governs = ({ actor }: Db): boolean => actor.roles.includes('information_governance_lead')

async function caseLooksPage(c: Context, db: Db, caseId: string) {
  const { reference, ownerAgencyId } = await findPointer(db, caseId)
  const list = await listFor(c, db, caseLooksLink(caseId), ['who', 'kind', 'day'], { caseId })
  const head = await findCaseHead(db, caseId).catch(error => {
    if (error instanceof NotFound) return undefined
    throw error
  })
  if (head?.mayLead || (head && governs(db) && ownerAgencyId === db.actor.agencyId)) {
    await seen(db, 'case', caseId, { caseId })
    return <CaseLooksPage head={head} {...list} />
  }
  if (!governs(db) || ownerAgencyId !== db.actor.agencyId) throw new Forbidden('Those who lead the case see who looked at it.')
  return (
    <LooksPage
      title={`Who looked at ${reference}`}
      here={looksLink}
      back={{ href: looksLink, label: 'Looks' }}
      about="You see the looks at your agency’s case, and nothing of the case itself."
      {...list}
    />
  )
}

/** One page of looks with the filters that were asked for, and the address of the next. */
async function listFor(c: Context, db: Db, action: string, fields: (keyof Asked)[], fixed: LookFilter): Promise<ListProps> {
  const { who = '', kind = '', day = '', reference = '', at, id } = c.req.query()
  const asked: Asked = {
    who: who.trim().slice(0, 100),
    kind,
    day: parseDay(day, new Date()) ?? '',
    reference: reference.trim().toUpperCase(),
  }
  const after = at && id && /^\d{4}-\d\d-\d\d \d\d:\d\d:[\d.+:]+$/.test(at) ? { at, id } : undefined
  const found = await listLooks(db, { ...blanksOut(asked), ...fixed, after })
  const looks = found.slice(0, 50)
  const last = looks.at(-1)
  const next =
    found.length > 50 && last ? `${action}?${new URLSearchParams({ ...blanksOut(asked), at: last.cursor, id: last.id })}` : undefined
  return { action, looks, asked, next, fields }
}

const blanksOut = (asked: Asked): Partial<Asked> => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
