/** Whether the rules will let the worker give what they are about to: asked before they confirm it, and not only once they have. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import type { checkShare } from './commands.ts'
import { headToShare } from './head.ts'
import { type NewShare, wordsOf } from './inputs.ts'

/** Throws Forbidden for whoever does not lead the case, and Invalid where they lead it and have not all that they would give. */
export async function checkMayGive(db: Db, input: NewShare, checked: Awaited<ReturnType<typeof checkShare>>): Promise<void> {
  const { id } = await headToShare(db, checked.head.id)
  const may = async (categories: string[] | null) => {
    const { rows } = await sql<{ may: boolean }>`
      select i_may_give(${id}, ${checked.recipient.id}, ${checked.sides}::text[], ${categories}::text[]) as may`.execute(db)
    return rows[0]?.may ?? false
  }
  if (await may(checked.categories)) return
  const mistake: Record<string, string> = (await may([]))
    ? { sensitive: 'You see only some of the sensitive information yourself. Choose no more than you see.' }
    : { '': `You cannot share this case with ${checked.recipient.name}. Ask ${checked.head.leadWorkerName} to.` }
  throw new Invalid(mistake, wordsOf(input))
}
