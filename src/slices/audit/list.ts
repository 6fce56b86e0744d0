/** What was asked of the record in an address, and the page or the export that answers it. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { seen } from '../../platform/events.ts'
import { csv } from '../../platform/spreadsheet.ts'
import { parseDay } from '../../ui/index.ts'
import { listTrail, type TrailFilter } from './queries.ts'
import type { Asked, ListProps } from './views/trail-page.tsx'
import { exportRows } from './words.ts'

const onPage = 50
const inExport = 10_000

/** One page of the record with the filters that were asked for, and the addresses of the next and of the export. */
export async function listFor(c: Context, db: Db, action: string, fields: (keyof Asked)[], fixed: TrailFilter): Promise<ListProps> {
  const asked = askedIn(c)
  const { at, id } = c.req.query()
  const after = at && id && /^\d{4}-\d\d-\d\d \d\d:\d\d:[\d.+:]+$/.test(at) ? { at, id } : undefined
  const found = await listTrail(db, { ...filterOf(asked), ...fixed, after }, onPage)
  const rows = found.slice(0, onPage)
  const last = rows.at(-1)
  const more = found.length > onPage && last ? { at: last.cursor, id: last.id } : undefined
  const next = more && `${action}?${new URLSearchParams({ ...blanksOut(asked), ...more })}`
  return { action, rows, asked, next, fields, exportHref: `${action}?${new URLSearchParams({ ...blanksOut(asked), as: 'csv' })}` }
}

/** Whether the address asks for a file. */
export const asksForFile = (c: Context): boolean => c.req.query('as') === 'csv'

/**
 * The same list as a file, which is itself written down first.
 * @example if (asksForFile(c)) return exportFor(c, db, { caseId })
 */
export async function exportFor(c: Context, db: Db, fixed: TrailFilter): Promise<Response> {
  await seen(db, 'export', fixed.caseId ?? null, { caseId: fixed.caseId ?? null, words: 'the record' })
  const rows = await listTrail(db, { ...filterOf(askedIn(c)), ...fixed }, inExport)
  const table = exportRows(rows.slice(0, inExport))
  if (rows.length > inExport) table.push(['There is more: choose fewer days and save the rest.'])
  return c.body(csv(table), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': 'attachment; filename="record.csv"',
  })
}

function askedIn(c: Context): Asked {
  const { who = '', kind = '', from = '', until = '', reference = '', subject = '' } = c.req.query()
  return {
    who: who.trim().slice(0, 100),
    kind,
    from: parseDay(from, new Date()) ?? '',
    until: parseDay(until, new Date()) ?? '',
    reference: reference.trim().toUpperCase(),
    subject: z.uuid().safeParse(subject).data ?? '',
  }
}

const filterOf = (asked: Asked): TrailFilter => {
  const { subject, ...rest } = blanksOut(asked)
  return { ...rest, subjectId: subject }
}

const blanksOut = (asked: Asked): Partial<Asked> => Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''))
