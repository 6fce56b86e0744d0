/** Addresses of cases. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Conflict, type Invalid } from '../../platform/errors.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { amendCase, closeCase, moveCase, openCase, recordOutcome, reopenCase } from './commands.ts'
import { listHardStops } from './hard-stops.ts'
import { amendedCase, newCase, newClosure, newOutcome, newStage, reopening } from './inputs.ts'
import { caseLink } from './links.ts'
import { listLeadChoices } from './lead-choices.ts'
import { lookAtCase } from './look.ts'
import { mayAdd, mayAmend, mayClose } from './may.ts'
import { findLastChanger, listCases, listClosures, listOutcomes, listSubCases } from './queries.ts'
import { CaseConflictPage } from './views/case-conflict-page.tsx'
import { ClosurePage, EditCasePage, NewCasePage, type Refusals } from './views/case-forms.tsx'
import { address, CaseList, type CaseListQuery } from './views/case-list.tsx'
import { OutcomesPage } from './views/outcomes-page.tsx'
import { SubCasesPage } from './views/sub-cases-page.tsx'

export const cases = new Hono<Kith>()

cases.get('/cases', c =>
  read(c, async db => {
    const query = listQuery(c)
    const found = await listCases(db, {
      open: query.show === 'open',
      programme: query.programme,
      ...(query.whose === 'mine' && { leadWorkerId: db.actor.workerId }),
      ...(query.before && { before: new Date(query.before) }),
    })
    const shown = found.slice(0, 25)
    const next = found.length > 25 ? address({ ...query, before: shown.at(-1)?.activeAt.toISOString() ?? '' }) : undefined
    return <CaseList cases={shown} query={query} next={next} now={new Date()} />
  }),
)

cases.get('/cases/new', c => read(c, db => newCasePage(c, db)))

cases.post('/cases/new', c =>
  write(
    c,
    async db => caseLink(await openCase(db, await parse(c, newCase))),
    invalid => read(c, db => newCasePage(c, db, invalid), 422),
  ),
)

cases.get('/cases/:id/edit', c => read(c, db => editPage(c, db)))

cases.post('/cases/:id/edit', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendCase(db, id(c), await parse(c, amendedCase))
      return caseLink(id(c))
    },
    invalid => read(c, db => editPage(c, db, { details: invalid }), 422),
  ).catch(error => sayConflict(c, error, 'edit')),
)

cases.post('/cases/:id/stage', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await moveCase(db, id(c), await parse(c, newStage))
      return caseLink(id(c))
    },
    invalid => read(c, db => editPage(c, db, { stage: invalid }), 422),
  ).catch(error => sayConflict(c, error, 'stage')),
)

cases.get('/cases/:id/closure', c => read(c, async db => <ClosurePage head={await lookAtCase(db, id(c), mayClose)} />))

cases.post('/cases/:id/closure', c =>
  write(
    c,
    async db => {
      await closeCase(db, id(c), await parse(c, newClosure))
      return caseLink(id(c), 'outcomes')
    },
    invalid => read(c, async db => <ClosurePage head={await lookAtCase(db, id(c), mayClose)} invalid={invalid} />, 422),
  ),
)

cases.post('/cases/:id/reopening', c =>
  write(
    c,
    async db => {
      await reopenCase(db, id(c), (await parse(c, reopening)).reopenReason)
      return caseLink(id(c))
    },
    invalid => read(c, db => editPage(c, db, { reopening: invalid }), 422),
  ),
)

cases.get('/cases/:id/outcomes', c => read(c, db => outcomesPage(c, db)))

cases.post('/cases/:id/outcomes', c =>
  write(
    c,
    async db => {
      await recordOutcome(db, id(c), await parse(c, newOutcome))
      return caseLink(id(c), 'outcomes')
    },
    invalid => read(c, db => outcomesPage(c, db, invalid), 422),
  ),
)

cases.get('/cases/:id/sub-cases', c =>
  read(c, async db => {
    const head = await lookAtCase(db, id(c))
    return <SubCasesPage head={head} subCases={await listSubCases(db, head.id)} />
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function newCasePage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const parentId = c.req.query('parent') || String(invalid?.values.parent ?? '')
  const parent = parentId ? await mayAdd(db, parentId) : undefined
  return <NewCasePage choices={await listLeadChoices(db)} me={db.actor.workerId} parent={parent} values={c.req.query()} invalid={invalid} />
}

async function editPage(c: Context<Kith>, db: Db, refused: Refusals = {}) {
  const head = await lookAtCase(db, id(c), mayAmend)
  return <EditCasePage head={head} choices={await listLeadChoices(db)} stops={await listHardStops(db, head)} refused={refused} />
}

async function outcomesPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  return (
    <OutcomesPage head={head} outcomes={await listOutcomes(db, head.id)} closures={await listClosures(db, head.id)} invalid={invalid} />
  )
}

/** A colleague was faster: both versions on one page, status 409. */
async function sayConflict(c: Context<Kith>, error: unknown, form: 'edit' | 'stage'): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => (
      <CaseConflictPage
        head={await lookAtCase(db, id(c))}
        by={await findLastChanger(db, id(c))}
        action={`${caseLink(id(c))}/${form}`}
        yours={yours}
        choices={await listLeadChoices(db)}
      />
    ),
    409,
  )
}

function listQuery(c: Context): CaseListQuery {
  const { show, whose, programme = '', before } = c.req.query()
  return {
    show: show === 'closed' ? 'closed' : 'open',
    whose: whose === 'mine' ? 'mine' : 'all',
    programme,
    ...(before && !Number.isNaN(Date.parse(before)) && { before }),
  }
}
