/** Who can read one of Kith's own lines: as with what was done to, which its mark says; or by the rule of the receipt or the emergency it tells of. */
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'
import { sentenceFor } from '../../../sentences.ts'
import { listSystemLines } from '../../chronology/index.ts'
import { type FoundRow, findRow } from './queries.ts'

/** Kinds that are not read by all who read the case, and the table whose rule says by whom. */
const byRule: Record<string, string> = {
  case_opened_in_emergency: 'emergency_openings',
  opening_reviewed: 'emergency_openings',
  share_understood: 'receipts',
  share_question_answered: 'receipts',
  share_acted_upon: 'receipts',
}

/** A deed called by its sentence; or, of something restricted, that itself, because they are read by the same; or only the rule it goes by. */
export async function followDeed(db: Db, deed: FoundRow): Promise<{ row: FoundRow; rule?: string }> {
  const rule = byRule[deed.kind ?? '']
  const row = { ...deed, called: await wordsOf(db, deed) }
  if (rule) return { row, rule }
  if (!deed.restricted) return { row }
  const subject = await findRestricted(db, deed.subjectId ?? '')
  // One's own deed is read also when its subject no longer is.
  return subject ? { row: subject } : { row, rule: 'events' }
}

async function wordsOf(db: Db, { id, caseId, at }: FoundRow): Promise<string> {
  if (!caseId || !at) return ''
  const lines = await listSystemLines(db, caseId, at, new Date(at.getTime() + 1))
  const line = lines.find(one => one.id === id)
  return line ? `${line.by} ${sentenceFor(line)}` : ''
}

async function findRestricted(db: Db, id: string): Promise<FoundRow | undefined> {
  for (const what of ['entry', 'document']) {
    const found = await findRow(db, what, id).catch((error: unknown) => {
      if (!(error instanceof NotFound)) throw error
    })
    if (found) return found
  }
  return undefined
}
