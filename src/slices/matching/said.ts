/** What is held about people, as the engine compares it; as far as the worker may see. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type Comparable, comparable } from './engine/record.ts'

interface Held {
  id: string
  givenName: string
  familyName: string
  born: string
  about: boolean
  gender: string
  names: string[]
  contacts: { kind: string; value: string; postcode: string }[]
}

/** The people of these ids whom the worker sees, ready to be compared. */
export async function heldAbout(db: Db, ids: readonly string[]): Promise<Map<string, Comparable>> {
  const { rows } = await sql<Held>`
    select p.id, p.given_name, p.family_name, p.gender, p.born_precision = 'about' as about,
      coalesce(case p.born_precision when 'day' then to_char(p.born_on, 'YYYYMMDD') when 'month' then to_char(p.born_on, 'YYYYMM') else to_char(p.born_on, 'YYYY') end, '') as born,
      array(select n.name from person_names n where n.person_id = p.id and n.ended_at is null and n.category is null order by n.id limit 20) as names,
      (select coalesce(json_agg(json_build_object('kind', c.kind, 'value', c.value, 'postcode', c.postcode)), '[]') from person_contacts c
        where c.person_id = p.id and c.ended_on is null and c.category is null) as contacts
    from people p where p.id = any (${ids}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, comparableOf(row)]))
}

/** What a worker has typed about somebody, or what a record says. */
export function comparableOf({ givenName, familyName, born, about, gender, names, contacts }: Omit<Held, 'id'>): Comparable {
  const of = (...kinds: string[]) => contacts.filter(one => kinds.includes(one.kind))
  // Another name may be a whole name; its first word stands for the given name, its last for the family name.
  const words = names.map(name => name.trim().split(/\s+/))
  return comparable({
    given: [givenName, ...words.map(name => name.slice(0, Math.max(1, name.length - 1)).join(' '))],
    family: [familyName, ...words.filter(name => name.length > 1).map(name => name.at(-1) ?? '')],
    born,
    about,
    sex: gender,
    addresses: of('address').map(one => ({
      lines: one.value.split(',').filter(line => line.trim() !== one.postcode),
      postcode: one.postcode,
    })),
    phones: of('mobile', 'phone').map(one => one.value),
    emails: of('email').map(one => one.value),
  })
}
