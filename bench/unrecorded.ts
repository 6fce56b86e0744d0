/** Stands in for src/platform/events.ts in the build that `npm run bench -- --audit` compares with: the same Kith, which writes no look and no deed. It is never part of Kith. */
import { type Db, newId } from '../src/platform/db.ts'
import type { Look } from '../src/platform/events.ts'

export * from '../src/platform/events.ts'

/** Records nothing. */
export async function record(_db: Db): Promise<void> {}

/** Logs nothing; whoever asks for the look's id gets one. */
export const seen = async (_db: Db): Promise<string> => newId()

/** Logs nothing of several. */
export const seenTogether = async (_db: Db, looks: Look[]): Promise<string[]> => looks.map(newId)
