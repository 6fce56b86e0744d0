/** What answers alike for hidden and absent, and is to take as long: each kind of address with what is hidden behind it and what is not there. */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { authDb } from '../../../src/platform/auth-db.ts'
import { newId } from '../../../src/platform/db.ts'
import type { Asked } from './ask.ts'
import { accounts, hiddenRows, type Named, nobody, ownCase, peopleInSecretCase, peopleOnList, references } from './lay.ts'

export interface Kind {
  name: string
  /** The status, whatever it is asked for. */
  answers: number
  /** The next request for something hidden, for something absent, and for something else that is absent. */
  next: { hidden: () => Asked; absent: () => Asked; control: () => Asked }
  /** Whether nobody is signed in. */
  atDoor?: boolean
  /** What would get in the way of the next round. */
  before?: () => Promise<unknown>
}

/**
 * Lays what is to be hidden, and gives every kind.
 * @example const kinds = await layKinds(client)
 */
export async function layKinds(client: pg.Client): Promise<Kind[]> {
  return [...(await ofRows(client)), ...(await ofSearch(client)), ...(await atDoor(client))]
}

type Table = Parameters<typeof hiddenRows>[1]

async function ofRows(client: pg.Client): Promise<Kind[]> {
  const own = await ownCase()
  const rows = async (name: string, table: Table, asked: (id: string) => Asked, answers = 404): Promise<Kind> => {
    const ids = await hiddenRows(client, table)
    return { name, answers, next: { hidden: cycle(ids, asked), absent: () => asked(newId()), control: () => asked(newId()) } }
  }
  const page = (name: string, table: Table, path: (id: string) => string) => rows(name, table, id => ({ path: path(id) }))
  const note = (id: string) => ({ path: `/cases/${id}/entries`, form: { body: 'Rang, nobody there.' } })
  const join = (id: string) => ({ path: `/cases/${own}/people`, form: { person: id, roles: 'Other', basis: 'Told us' } })
  return [
    await page('A case', 'cases', id => `/cases/${id}`),
    await page('The people of a case', 'cases', id => `/cases/${id}/people`),
    await page('The brief of a case', 'cases', id => `/cases/${id}/brief`),
    await page('A person', 'people', id => `/people/${id}`),
    await page('An entry', 'entries', id => `/cases/${own}/entries/${id}`),
    await page('Who can see an entry', 'entries', id => `/who/entry/${id}`),
    await page('A task', 'tasks', id => `/cases/${own}/tasks/${id}`),
    await page('Who can see a task', 'tasks', id => `/who/task/${id}`),
    await page('A document', 'documents', id => `/documents/${id}`),
    await page('A file', 'documents', id => `/documents/${id}/versions/1/file`),
    await page('A place', 'places', id => `/places/${id}`),
    await page('A consent', 'consents', id => `/cases/${own}/consents/${id}/withdrawal`),
    await rows('A note for a case', 'cases', note),
    await rows('A person, to add to a case', 'people', join, 403),
  ]
}

async function ofSearch(client: pg.Client): Promise<Kind[]> {
  const own = await ownCase()
  const listed = await peopleOnList()
  const secret = await peopleInSecretCase()
  const [some, others] = [nobody(), nobody()]
  const people = (name: string, hidden: Named[], asked: (named: Named) => string): Kind => {
    const from = (named: Named[]) => cycle(named, each => ({ path: asked(each) }))
    return { name, answers: 200, next: { hidden: from(hidden), absent: from(some), control: from(others) } }
  }
  const search = ({ words }: Named) => `/search?q=${encodeURIComponent(words)}`
  const suggest = ({ words }: Named) => `/search/suggestions?q=${encodeURIComponent(words)}`
  const match = ({ words, born }: Named) => `/cases/${own}/people/new?q=${encodeURIComponent(`${words} ${born}`)}`
  const found = await references(client, await hiddenRows(client, 'cases'))
  const reference = (written: string) => ({ path: `/search?q=${written}` })
  const [half, rest] = [found.absent.filter((_, index) => index % 2), found.absent.filter((_, index) => index % 2 === 0)]
  return [
    people('Search for a person', listed, search),
    people('Search for a person of a secret case', secret, search),
    people('Suggestions for a person', listed, suggest),
    people('Same person', listed, match),
    people('Same person, of a secret case', secret, match),
    {
      name: 'Search for a reference',
      answers: 200,
      next: { hidden: cycle(found.hidden, reference), absent: cycle(half, reference), control: cycle(rest, reference) },
    },
  ]
}

async function atDoor(client: pg.Client): Promise<Kind[]> {
  const { emails, tokens } = await accounts(client)
  const invented = () => `${randomBytes(6).toString('hex')}@merrowshire.example`
  const token = () => randomBytes(32).toString('base64url')
  const signIn = (email: string): Asked => ({ path: '/sign-in', form: { email, password: 'wrong words here' } })
  const reset = (email: string): Asked => ({ path: '/password', form: { email } })
  const invited = (by: string): Asked => ({ path: `/invitations/${by}` })
  const kind = (name: string, answers: number, known: string[], unknown: () => string, asked: (what: string) => Asked): Kind => ({
    name,
    answers,
    next: { hidden: cycle(known, asked), absent: () => asked(unknown()), control: () => asked(unknown()) },
    atDoor: true,
    // Else the tries would be too many after a while.
    before: () => authDb().deleteFrom('signInAttempts').execute(),
  })
  return [
    kind('Sign in, with or without an account', 422, emails, invented, signIn),
    kind('A forgotten password', 200, emails, invented, reset),
    kind('A used invitation', 404, tokens, token, invited),
  ]
}

/** One after another, and again from the first. */
function cycle<T>(things: T[], asked: (thing: T) => Asked): () => Asked {
  let turn = 0
  return () => asked(things[turn++ % things.length] as T)
}
