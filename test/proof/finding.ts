/** Searches, and looks for the same person, as a worker of a world: what is asked, and what must come of it. */
import type pg from 'pg'
import { reachOf } from './contents.ts'
import { foundByFact, knownByBirth, knownByNumber, mayFind, peopleFound, peopleRecognised } from './finding-model.ts'
import { idOf, placeOf } from './ids.ts'
import { works } from './model.ts'
import { at, type World } from './world.ts'

/** All that may come, what must come before anything else, and whether all of it must come. */
interface Allowed {
  places: number[]
  first?: number | null
  surely: boolean
}

/** Something that a worker asks, and the rows that come of it, as places in the world. */
export interface Question {
  text: string
  values: unknown[]
  allowed: (world: World, worker: number) => Allowed
}

/** A search for a word that stands in many rows, and for one that stands in one: the others come instead when that is hidden. */
function search(
  kind: string,
  word: string,
  all: (world: World, worker: number) => number[],
  one?: (world: World, worker: number) => number | null,
): Question {
  return {
    text: 'select hit.id, hit.score from search_for($1, $2, 20) with ordinality hit(id, case_id, score, place) order by place',
    values: [kind, word],
    allowed: (world, worker) => ({ places: all(world, worker), first: one?.(world, worker) ?? null, surely: one === undefined }),
  }
}

const found = (kind: string, count: (world: World) => unknown[]) => (world: World, worker: number) =>
  [...count(world).keys()].filter(index => mayFind(world, worker, { kind, index, case: null, side: null }))

const cases = found('case', world => world.cases)
const places = found('place', world => world.places)
const documents = found('document', world => world.documents)
const ifIn = (all: (world: World, worker: number) => number[], index: number) => (world: World, worker: number) =>
  all(world, worker).includes(index) ? index : null

/** What everybody searches for in a world. */
export function searches(world: World): Question[] {
  const some = world.contacts.length - 1
  const byFact = (index: number) => (of: World, worker: number) =>
    foundByFact(of, worker, at(of.contacts, index)) ? at(of.contacts, index).person : null
  return [
    search('person', 'Person', peopleFound),
    search('person', 'Alias0', peopleFound, byFact(0)),
    search('person', `Alias${some}`, peopleFound, byFact(some)),
    search('person', reachOf(1).value, peopleFound, byFact(1)),
    search('case', 'Case', cases),
    search('case', 'Case1', cases, ifIn(cases, 1)),
    search('case', 'WRLD0002', cases, ifIn(cases, 2)),
    search('place', 'Lane', places),
    search('place', 'Mill1', places, ifIn(places, 1)),
    search('document', 'Document', documents),
    search('document', 'Document0', documents, ifIn(documents, 0)),
  ]
}

const like =
  "select person_id as id, agency_id from people_like($1, $2, $3, $4, '{}') with ordinality hit(person_id, agency_id, place) where %s order by place"
const records = like.replace('%s', 'person_id is not null')
const pointers = like.replace('%s', 'agency_id is not null').replace('person_id as id', 'agency_id as id')
const named = (person: number) => [['Person'], [`Number${person}`]]

/** Whom everybody in a world looks for before adding somebody: by name and date of birth, and by a number. */
export function recognitions(world: World): { records: Question[]; pointers: Question[] } {
  const born = (person: number) => [...named(person), [`1990010${person + 1}`], []]
  const numbers = world.contacts.flatMap((fact, index) => (index % 2 ? [{ fact, reach: reachOf(index).value.slice(-9) }] : []))
  return {
    records: [
      { text: records, values: born(0), allowed: (of, worker) => ({ places: peopleRecognised(of, worker), surely: true }) },
      {
        text: 'select one_id as id, other_id from people_alike($1) order by 1, 2',
        values: [world.people.map((_, index) => idOf('people', index))],
        allowed: (of, worker) => ({ places: firstsOfPairs(peopleRecognised(of, worker)), surely: true }),
      },
    ],
    pointers: [
      ...world.people.map((_, person) => ({
        text: pointers,
        values: born(person),
        allowed: (of: World, worker: number) => ({ places: knownByBirth(of, worker, person), surely: true }),
      })),
      ...numbers.map(({ fact, reach }, index) => ({
        text: pointers,
        values: [...named(fact.person), [], [reach]],
        allowed: (of: World, worker: number) => ({ places: knownByNumber(of, worker, at(of.contacts, 2 * index + 1)), surely: true }),
      })),
    ],
  }
}

/** Each pair of people once, by the first of the two. */
const firstsOfPairs = (people: number[]): number[] => people.flatMap((first, index) => people.slice(index + 1).map(() => first))

/** The answer to each question, a row in a line: whatever the database gives, in its order. */
export async function asked(client: pg.ClientBase, questions: Question[]): Promise<string[][]> {
  const answers: string[][] = []
  for (const { text, values } of questions) {
    const { rows } = await client.query<{ id: string }>(text, values)
    answers.push(rows.map(row => [placeOf(row.id), ...Object.values(row).slice(1)].join(' ')))
  }
  return answers
}

/** Whether an answer is what the model allows. */
export function isAllowed(world: World, worker: number, { allowed }: Question, answer: string[]): boolean {
  const { places: all, first = null, surely } = works(world, worker) ? allowed(world, worker) : { places: [], surely: true }
  const came = answer.map(line => Number(line.split(' ')[0]))
  if (surely) return `${came.sort()}` === `${[...all].sort()}`
  return came.every(place => all.includes(place)) && (first === null || came[0] === first)
}

/** Takes everything out of the index, and out of the keys, that the worker may not find: what is left must answer alike, in order and in nearness. */
export async function withoutTheHidden(client: pg.ClientBase, world: World, worker: number): Promise<void> {
  const { rows } = await client.query<{ kind: string; id: string; case_id: string | null; side: string | null; row: string }>(
    `select kind, id, case_id, side, ctid::text as row from search_index where id::text like '00000000-0000-7000-9000-%'`,
  )
  const hidden = rows.filter(({ kind, id, case_id, side }) => {
    const filed = { kind, index: Number(placeOf(id)), case: case_id === null ? null : Number(placeOf(case_id)), side }
    return !works(world, worker) || !mayFind(world, worker, filed)
  })
  await client.query('delete from search_index where ctid = any ($1::tid[])', [hidden.map(({ row }) => row)])
  const known = works(world, worker) ? peopleRecognised(world, worker).map(index => idOf('people', index)) : []
  await client.query('delete from person_keys where person_id::text like $1 and person_id <> all ($2)', [
    '00000000-0000-7000-9000-%',
    known,
  ])
}
