/** Whose owners are told of a search that touched somebody whom the searcher may not see, by PostgreSQL and once more from the guidance alone. */
import type pg from 'pg'
import { agencyOf } from './around.ts'
import { idOf, placeOf } from './ids.ts'
import { binds, openings, ownerOf, programmeOf } from './model.ts'
import type { World } from './world.ts'

/** The cases whose owners PostgreSQL tells of a search for somebody by name. To be asked as the owner of the database. */
export async function toldOf(client: pg.ClientBase, world: World, { by, person }: { by: number; person: number }): Promise<string> {
  const look = await client.query<{ id: string }>(
    `insert into looks (kind, words, worker_id, agency_id) values ('search', $1, $2, $3) returning id`,
    [`Person Number${person}`, idOf('workers', by), idOf('agencies', agencyOf(world, by))],
  )
  await client.query('delete from search_notices')
  await client.query('select tell_of_search($1)', [look.rows[0]?.id])
  const { rows } = await client.query<{ case_id: string }>('select case_id from search_notices')
  return rows
    .map(row => placeOf(row.case_id))
    .sort()
    .join(' ')
}

/** Told are the owners of open cases that somebody of that name is in, of another agency under agreement: unless a case of theirs is shared with the searcher, or must be kept from somebody. */
export function toTellOf(world: World, { by, person }: { by: number; person: number }): string {
  const [mine, links] = [agencyOf(world, by), world.casePeople.filter(link => link.person === person && !link.ended)]
  if (links.some(link => stillReaches(world, by, link.case))) return ''
  const told = world.cases.flatMap(({ closed, programme }, which) => {
    const owner = ownerOf(world, which)
    const isBound = world.agreements.some(
      ({ programmes }, index) => programmes.includes(programme) && binds(world, index, mine) && binds(world, index, owner),
    )
    const isKept = programmeOf(world, which).neverLearns !== null
    return links.some(link => link.case === which) && !closed && owner !== mine && !isKept && isBound ? [which] : []
  })
  return told.join(' ')
}

/** What a conflict or a suspended agreement shuts was theirs to see, and may be again. */
const stillReaches = (world: World, by: number, which: number): boolean => {
  const standing = { ...world, conflicts: [], agreements: world.agreements.map(one => ({ ...one, suspended: false })) }
  return openings(standing, by, which).length > 0
}
