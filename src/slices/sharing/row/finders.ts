/** Reads of who can find a person or a place: through each case that both they and the asker see, and on whose list it is. What is hidden from the asker is not asked about. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { NotFound } from '../../../platform/errors.ts'
import type { Reading } from './queries.ts'

export type Findable = 'people' | 'places'

export interface Found {
  id: string
  name: string
  heldBy: string | null
  heldByName: string | null
}

/** One person or place as the worker may see it; NotFound when hidden or absent. */
export async function findFound(db: Db, what: Findable, id: string): Promise<Found> {
  const { rows } = await sql<Found>`
    select f.id, ${names[what]} as name, f.held_by, a.short_name as held_by_name
    from ${sql.table(what)} f left join agencies a on a.id = f.held_by where f.id = ${id}`.execute(db)
  if (!rows[0]) throw new NotFound('Not found.')
  return rows[0]
}

const names = {
  people: sql`trim(concat(f.given_name, ' ', f.family_name))`,
  places: sql`coalesce(nullif(f.name, ''), f.line1)`,
}

export interface FoundIn {
  id: string
  caseId: string
  title: string
  reference: string
  programme: string
  programmeVersion: number
  role: string
  side: string | null
  ended: boolean
  readers: Reading[]
}

/** The newest of the cases in which the worker sees it, each with everybody whom the rules let see it there; one more than `most` when there are more. */
export async function listFoundIn(db: Db, what: Findable, id: string, most: number): Promise<FoundIn[]> {
  const [ties, one] =
    what === 'people' ? [sql.table('case_people'), sql.ref('tie.person_id')] : [sql.table('case_places'), sql.ref('tie.place_id')]
  const { rows } = await sql<FoundIn>`
    with mine as (
      select tie.id, c.id as case_id, c.title, c.reference, c.programme, c.programme_version, tie.role, tie.side, tie.ended_at is not null as ended
      from ${ties} tie join cases c on c.id = tie.case_id where ${one} = ${id} order by tie.added_at desc, tie.id limit ${sql.lit(most + 1)})
    select mine.*, array(select jsonb_build_object('id', w.id, 'name', w.name, 'agencyName', a.short_name)
      from who_reads(mine.case_id, mine.side, null, true) r join workers w on w.id = r.id join agencies a on a.id = w.agency_id
      where r.tier >= 'read' order by a.short_name, w.name) as readers
    from mine`.execute(db)
  return rows
}
