/** New ids in the one space of agencies, teams and workers, and the refusal of twins among them. */
import { type Db, newId } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { wordsOf } from '../../platform/input.ts'

/** A new id that cases can be shared with. */
export async function addPrincipal(db: Db, kind: 'agency' | 'team' | 'worker'): Promise<string> {
  const id = newId()
  await db.insertInto('principals').values({ id, kind }).execute()
  return id
}

/** Does something that a unique rule may refuse, and says so beside the field. */
export async function refusingTwins<T>(
  typed: Record<string, unknown>,
  field: string,
  sentence: string,
  deed: () => Promise<T>,
): Promise<T> {
  try {
    return await deed()
  } catch (error) {
    if ((error as { code?: string }).code === '23505') throw new Invalid({ [field]: sentence }, wordsOf(typed))
    throw error
  }
}
