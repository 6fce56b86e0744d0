/** Addresses of the chronology. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Conflict, type Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findDraft } from '../drafts/index.ts'
import { caseLink, findCaseBasics, findCaseFacts, findCaseHead, findHeadline, listNamesOfCase, mayAdd } from '../cases/index.ts'
import { listUrgentMessages } from '../messages/index.ts'
import { findPointer, HeadlinePage, PointerPage } from '../pointers/index.ts'
import { findUnconfirmed, UnconfirmedNotice } from '../receipts/index.ts'
import { ifAny } from '../waits/index.ts'
import { addEntry, correctEntry } from './commands.ts'
import { correction, newEntry } from './inputs.ts'
import { entryLink } from './links.ts'
import { type EntryFilter, findEntry, listEntries, listSystemLines } from './queries.ts'
import { listFound } from '../readers/index.ts'
import { CorrectionPage } from './views/correction-page.tsx'
import { EntryPage } from './views/entry-page.tsx'
import { TimelinePage } from './views/timeline-page.tsx'

export const chronology = new Hono<Kith>()

chronology.get('/cases/:id{[0-9a-f-]{36}}', c => read(c, db => timelinePage(c, db).catch(error => lesserPage(db, id(c), error))))

chronology.post('/cases/:id/entries', c =>
  write(
    c,
    async db => {
      const [found, people] = await Promise.all([findCaseBasics(db, id(c)), listNamesOfCase(db, id(c))])
      return entryLink(found.id, await addEntry(db, found, people, await parse(c, newEntry)))
    },
    invalid => read(c, db => timelinePage(c, db, invalid), 422),
  ),
)

chronology.get('/cases/:id/entries/:entry', c =>
  read(c, async db => {
    const head = await findCaseHead(db, id(c))
    const [entry] = await listEntries(db, head.id, { only: c.req.param('entry') })
    if (!entry) throw new NotFound('Not found.')
    await seen(db, 'entry', entry.id, { caseId: head.id, mark: entry })
    return <EntryPage head={head} entry={entry} now={new Date()} />
  }),
)

chronology.get('/cases/:id/entries/:entry/correction', c => read(c, db => correctionPage(c, db)))

chronology.post('/cases/:id/entries/:entry/correction', c =>
  write(
    c,
    async db => entryLink(id(c), await correctEntry(db, id(c), c.req.param('entry'), await parse(c, correction))),
    invalid => read(c, db => correctionPage(c, db, invalid), 422),
  ).catch(error => sayOvertaken(c, error)),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function timelinePage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await findCaseHead(db, id(c))
  const [filter, now] = [filterOf(c), new Date()]
  const [facts, listed, lines, kept, unconfirmed, urgent] = await Promise.all([
    findCaseFacts(db, head),
    listEntries(db, head.id, filter),
    filter.kind || filter.words ? [] : listSystemLines(db, head.id, head.openedAt, filter.before ?? new Date(now.getTime() + 60_000)),
    findDraft(db, `entry:${head.id}`),
    head.isOurs ? undefined : findUnconfirmed(db, head.id),
    ifAny(db, 'messages', () => listUrgentMessages(db, 3, head.id)),
    seen(db, 'case', head.id, { caseId: head.id }),
  ])
  const found = invalid ? await listFound(db, head.id, invalid.values) : []
  const entries = listed.slice(0, 50)
  const from = listed.length > 50 ? entries.at(-1)?.occurredAt : undefined
  const next = from && `${caseLink(head.id)}?${new URLSearchParams({ ...c.req.query(), before: from.toISOString() })}`
  const shown = from ? lines.filter(line => line.at >= from) : lines
  return <TimelinePage {...{ head, facts, entries, lines: shown, filter, next, now, invalid, kept, found, unconfirmed, urgent }} />
}

/** Whoever may see less than the whole case gets the page of what they may see. */
async function lesserPage(db: Db, caseId: string, error: unknown) {
  if (!(error instanceof NotFound)) throw error
  const pointer = await findPointer(db, caseId)
  await seen(db, 'case', caseId, { caseId })
  const headline = await findHeadline(db, caseId).catch(() => undefined)
  const notice = <UnconfirmedNotice receipt={await findUnconfirmed(db, caseId)} now={new Date()} />
  return headline ? <HeadlinePage headline={headline}>{notice}</HeadlinePage> : <PointerPage pointer={pointer}>{notice}</PointerPage>
}

async function correctionPage(c: Context<Kith>, db: Db, invalid?: Invalid, typed?: string) {
  const head = await mayAdd(db, id(c))
  const entry = await findEntry(db, head.id, c.req.param('entry') ?? '')
  await seen(db, 'entry', entry.id, { caseId: head.id, mark: entry })
  return <CorrectionPage head={head} entry={entry} invalid={invalid} typed={typed} />
}

/** A colleague corrected the same entry first: theirs is shown and nothing typed is lost. */
async function sayOvertaken(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const typed = String((await c.req.parseBody()).body ?? '')
  return read(c, db => correctionPage(c, db, undefined, typed), 409)
}

function filterOf(c: Context): EntryFilter {
  const { kind, words, before } = c.req.query()
  return {
    ...(kind && { kind }),
    ...(words && { words: words.slice(0, 200) }),
    ...(before && !Number.isNaN(Date.parse(before)) && { before: new Date(before) }),
  }
}
