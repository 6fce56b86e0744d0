/** Pairs of records that may be one person: kept for a human to look at, and the records that are one already. */
import { sql } from 'kysely'
import { type Db, newId } from '../../platform/db.ts'
import type { Reason } from './engine/explain.ts'
import { heldAbout } from './said.ts'
import { verdict } from './same.ts'

/**
 * Keeps a pair to be looked at; one that is kept already, whatever was answered, stays as it is.
 * @example await askAbout(db, one, other)
 */
export async function askAbout(db: Db, one: string, other: string, answer?: 'same' | 'different' | 'not sure'): Promise<void> {
  const [first, second] = one < other ? [one, other] : [other, one]
  const there = await db.selectFrom('personPairs').select('id').where('oneId', '=', first).where('otherId', '=', second).executeTakeFirst()
  const id = there?.id ?? newId()
  if (!there) await db.insertInto('personPairs').values({ id, oneId: first, otherId: second, askedBy: db.actor.workerId }).execute()
  if (answer)
    await db
      .updateTable('personPairs')
      .set({ answer, answeredBy: db.actor.workerId, answeredAt: new Date() })
      .where('id', '=', id)
      .execute()
}

/** Looks at people who have just come, and keeps the pairs that are worth asking about. Gives back how many. */
export async function askAboutAll(db: Db, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ oneId: string; otherId: string }>`select one_id, other_id from people_alike(${ids}::uuid[])`.execute(db)
  const held = await heldAbout(db, [...new Set(rows.flatMap(row => [row.oneId, row.otherId]))])
  const worth = rows.filter(({ oneId, otherId }) => {
    const [one, other] = [held.get(oneId), held.get(otherId)]
    return one && other && verdict(otherId, one, other).length > 0
  })
  if (worth.length === 0) return 0
  const asked = await sql`insert into person_pairs (id, one_id, other_id, asked_by)
    select id, one, other, ${db.actor.workerId}::uuid from jsonb_to_recordset(${JSON.stringify(worth.map(row => ({ id: newId(), one: row.oneId, other: row.otherId })))}::jsonb) as row(id uuid, one uuid, other uuid)
    on conflict (one_id, other_id) do nothing`.execute(db)
  return Number(asked.numAffectedRows ?? 0)
}

/** Why two records may be one person; empty when nothing speaks for it. */
export async function whyAlike(db: Db, one: string, other: string): Promise<Reason[]> {
  const held = await heldAbout(db, [one, other])
  const [mine, theirs] = [held.get(one), held.get(other)]
  return mine && theirs ? (verdict(other, mine, theirs)[0]?.reasons ?? []) : []
}

/** The records that are one person with this one, as far as the worker sees, and the one that is shown. */
export async function findRecords(db: Db, id: string): Promise<{ shown: string; all: string[] }> {
  const { rows } = await sql<{ id: string; shown: boolean }>`select id, shown from records_of(${id})`.execute(db)
  return { shown: rows.find(row => row.shown)?.id ?? id, all: rows.map(row => row.id) }
}

/** The same people by the records that are shown for them, each once. */
export async function shownInstead(db: Db, ids: readonly string[]): Promise<string[]> {
  const merged = await db
    .selectFrom('personMerges')
    .select('absorbedId')
    .where('absorbedId', 'in', ids.length > 0 ? [...ids] : [newId()])
    .where('endedAt', 'is', null)
    .execute()
  const shown = new Map<string, string>()
  for (const { absorbedId } of merged) shown.set(absorbedId, (await findRecords(db, absorbedId)).shown)
  return [...new Set(ids.map(id => shown.get(id) ?? id))]
}

/** The merges that make this one person of several records: what each record is called, and where that may be told, who merged them and why. */
export async function listMerges(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('personMerges as m')
    .innerJoin('people as p', 'p.id', 'm.absorbedId')
    .leftJoin('agencies as held', 'held.id', 'p.heldBy')
    .leftJoinLateral(sql<{ mergedBy: string; reason: string }>`merge_told(m.id)`.as('told'), join => join.onTrue())
    .leftJoin('workers as w', 'w.id', 'told.mergedBy')
    .leftJoin('agencies as a', 'a.id', 'w.agencyId')
    .select([
      'm.id',
      'told.reason',
      'm.mergedAt',
      'p.givenName',
      'p.familyName',
      'held.shortName as heldBy',
      'w.name as by',
      'a.shortName as agency',
    ])
    .where('m.keptId', 'in', [...ids])
    .where('m.endedAt', 'is', null)
    .orderBy('m.mergedAt')
    .execute()
}

/** Pairs that nobody has answered for good, those of one person or all that the worker sees, newest first. */
export async function listOpenPairs(db: Db, ids?: readonly string[]) {
  return db
    .selectFrom('personPairs as pair')
    .innerJoin('people as one', 'one.id', 'pair.oneId')
    .innerJoin('people as other', 'other.id', 'pair.otherId')
    .select([
      'pair.id',
      'pair.oneId',
      'pair.otherId',
      'pair.answer',
      'one.givenName as oneGiven',
      'one.familyName as oneFamily',
      'other.givenName as otherGiven',
      'other.familyName as otherFamily',
    ])
    .where(({ or, eb }) => or([eb('pair.answer', 'is', null), eb('pair.answer', '=', 'not sure')]))
    .$if(ids !== undefined, query =>
      query.where(({ or, eb }) => or([eb('pair.oneId', 'in', [...(ids ?? [])]), eb('pair.otherId', 'in', [...(ids ?? [])])])),
    )
    .orderBy('pair.id', 'desc')
    .limit(100)
    .execute()
}
