/** What is hidden from the one who asks: rows of the county, people nobody else has heard of, and accounts. */
import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { asWorker, newId } from '../../../src/platform/db.ts'
import { principal, referenceOf } from '../../../src/demo/load/ids.ts'
import { inviteFromCommandLine } from '../../../src/slices/accounts/index.ts'
import { acceptInvitation, findInvitation } from '../../../src/slices/accounts/invitations.ts'
import { addListedPerson } from '../../../src/slices/people/commands.ts'
import { newPerson } from '../../../src/slices/people/inputs.ts'
import { joinCaseAsNew } from '../../../src/slices/people/roles.ts'
import { aCase } from '../../case.ts'

/** Dionne works a dozen cases with half of the county's agencies; nothing of the shelter's is shared with hers, nor Grace's new case. */
export const asker = principal('dionne-clarke')
const [shelter, detective] = ['colette-byrne', 'grace-adeyemi'].map(principal) as [string, string]

/** So many people are hidden on a list, and as many in a secret case. */
const many = 60

export interface Named {
  words: string
  born: string
}

/** Puts people on the list of an agency that may tell nobody of them, by names that nobody else has. */
export async function peopleOnList(): Promise<Named[]> {
  return hide(person => asWorker(shelter, db => addListedPerson(db, person)))
}

/** Puts people into a case of which nobody on their side must ever learn. */
export async function peopleInSecretCase(): Promise<Named[]> {
  const secret = await aCase(detective, { programme: 'da-marac', marking: 'OFFICIAL-SENSITIVE' })
  const role = { roles: ['Perpetrator'], basis: 'Told by her' }
  return hide(person => asWorker(detective, db => joinCaseAsNew(db, secret, { ...person, ...role })))
}

/** People who are nowhere. */
export const nobody = (): Named[] => Array.from({ length: many }, someone)

/** Ids of a table's rows that are hidden from the asker; of cases also, that there are any. */
export async function hiddenRows(client: pg.Client, table: 'cases' | 'people' | 'documents' | 'entries' | 'tasks' | 'places' | 'consents') {
  const [open, principals] = await asWorker(asker, async db => [await db.selectFrom(table).select('id').execute(), db.actor.principals])
  const pointed = await client.query<{ id: string }>('select case_id as id from case_access where principal_id = any ($1)', [principals])
  const met = new Set([...open, ...(table === 'cases' ? pointed.rows : [])].map(row => row.id))
  const all = await client.query<{ id: string }>(`select id from ${table} order by random()`)
  return all.rows.map(row => row.id).filter(id => !met.has(id))
}

/** A case that the asker leads. */
export const ownCase = async (): Promise<string> =>
  asWorker(asker, async db => {
    const led = db.selectFrom('cases').select('id').where('leadWorkerId', '=', asker).where('closedAt', 'is', null)
    return (await led.limit(1).executeTakeFirstOrThrow()).id
  })

/** References of hidden cases, and others like them. */
export async function references(client: pg.Client, hidden: string[]): Promise<{ hidden: string[]; absent: string[] }> {
  const { rows } = await client.query<{ reference: string }>('select reference from cases where id = any ($1)', [hidden])
  return { hidden: rows.map(row => row.reference), absent: rows.map(() => referenceOf(newId())) }
}

/** Accounts with a password that is told to nobody, and the links by which they were begun: used. */
export async function accounts(client: pg.Client): Promise<{ emails: string[]; tokens: string[] }> {
  const { rows } = await client.query<{ id: string; email: string }>(
    `select w.id, w.email from workers w join agencies a on a.id = w.agency_id and a.suspended_at is null
      where w.id <> $1 and w.left_on is null and w.suspended_at is null and w.joined_on <= current_date order by random() limit 24`,
    [asker],
  )
  const tokens: string[] = []
  for (const { id } of rows) {
    const token = (await inviteFromCommandLine(id)).split('/').at(-1) ?? ''
    await acceptInvitation(await findInvitation(token), newId())
    tokens.push(token)
  }
  return { emails: rows.map(row => row.email), tokens }
}

async function hide(add: (person: ReturnType<typeof newPerson.parse>) => Promise<string>): Promise<Named[]> {
  const people = nobody()
  for (const { words, born } of people) {
    const [givenName, familyName] = words.split(' ')
    await add(newPerson.parse({ givenName, familyName, born }))
  }
  return people
}

/** A name that is read and filed like any other, of a length that is always the same. */
function someone(): Named {
  const name = () => Array.from({ length: 4 }, () => pick('bdfgjklmnprstvwz') + pick('aeiou')).join('')
  return { words: `${name()} ${name()}`, born: `${randomInt(1, 29)}/${randomInt(1, 13)}/${randomInt(1950, 2005)}` }
}

const pick = (letters: string): string => letters[randomInt(letters.length)] ?? ''
