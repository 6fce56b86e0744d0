/** Addresses of people. HTTP only. */
import { type Context, Hono } from 'hono'
import { leadsGovernance } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { Conflict, Invalid, NotFound } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { choseTheirs, parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { nameOf } from '../../ui/index.ts'
import { findRecords, listMerges, listOpenPairs } from '../matching/index.ts'
import { listMergedEntries } from './chronology.ts'
import { addListedPerson, amendPerson, mayAmendPerson } from './commands.ts'
import { newEquality, recordEquality } from './equality.ts'
import { endFact, type FactPart, giveWarning, learnContact, learnName, learnNeed, learnRelationship } from './facts.ts'
import { amendedPerson, newContact, newName, newNeed, newPerson, newRelationship, newWarning } from './inputs.ts'
import { personLink, personPartLink } from './links.ts'
import { findPeople } from './matches.ts'
import {
  findKnown,
  findLastAmendment,
  findPerson,
  listCompanions,
  listEqualityAnswers,
  listLearningPlaces,
  listPeople,
  type PeopleFilter,
} from './queries.ts'
import { splitName } from './roles.ts'
import { describedIn, lookFor, mustLook, rememberDifferent } from './same-people.ts'
import { EqualityPage } from './views/equality-page.tsx'
import { FactPage } from './views/fact-forms.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { DetailsPage, NewPersonPage, PersonConflictPage } from './views/person-forms.tsx'
import { PersonPage } from './views/person-page.tsx'

export const people = new Hono<Kith>()

people.get('/people', c =>
  read(c, async db => {
    const filter = filterOf(c)
    if (filter.words) await seen(db, 'search', null, { words: filter.words })
    const found = filter.words ? await findPeople(db, filter.words, 50) : await listPeople(db, filter)
    return <PeoplePage people={found} filter={filter} now={new Date()} />
  }),
)

people.get('/people/new', c =>
  read(c, async () => <NewPersonPage found={{ matches: [], known: [] }} values={splitName(c.req.query('name') ?? '')} now={new Date()} />),
)

people.post('/people/new', c =>
  write(
    c,
    async db => {
      const input = await parse(c, newPerson)
      const { sure, shown, ...typed } = await typedWords(c)
      if (!sure && ((await mustLook(db, input, {})) || (await findPeople(db, nameOf(input), 1)).length > 0))
        throw new Invalid({ givenName: 'Look at what is above first. If it is somebody new, press the button again.' }, typed)
      const added = await addListedPerson(db, input)
      if (sure) await rememberDifferent(db, added, input)
      return personLink(added)
    },
    invalid =>
      read(
        c,
        async db => {
          const described = describedIn(invalid)
          return <NewPersonPage found={await lookFor(db, described, nameOf(described))} invalid={invalid} now={new Date()} />
        },
        422,
      ),
  ),
)

people.get('/people/:id', c =>
  read(c, async db => {
    const { shown, all } = await findRecords(db, id(c))
    if (shown !== id(c)) return c.redirect(personLink(shown))
    const person = await look(db, id(c))
    const { before, only } = c.req.query()
    const entries = await listMergedEntries(db, person.id, {
      named: only === 'named',
      ...(before && !Number.isNaN(Date.parse(before)) && { before: new Date(before) }),
    })
    const older = entries.length > 50 ? entries[49]?.occurredAt.toISOString() : undefined
    return (
      <PersonPage
        person={person}
        known={await findKnown(db, person.id)}
        places={await listLearningPlaces(db, person)}
        entries={entries.slice(0, 50)}
        named={only === 'named'}
        older={older}
        governs={leadsGovernance(db.actor)}
        merges={await listMerges(db, all)}
        pairs={await listOpenPairs(db, all)}
        now={new Date()}
      />
    )
  }),
)

people.get('/people/:id/details', c => read(c, db => detailsPage(c, db)))

people.post('/people/:id/details', c =>
  write(
    c,
    async db => {
      if (!(await choseTheirs(c))) await amendPerson(db, id(c), await parse(c, amendedPerson))
      return personLink(id(c))
    },
    invalid => read(c, db => detailsPage(c, db, invalid), 422),
  ).catch(error => sayConflict(c, error)),
)

people.get('/people/:id/equality', c => read(c, db => equalityPage(c, db)))

people.post('/people/:id/equality', c =>
  write(
    c,
    async db => {
      await recordEquality(db, id(c), await parse(c, newEquality))
      return personPartLink(id(c), 'equality')
    },
    invalid => read(c, db => equalityPage(c, db, invalid), 422),
  ),
)

/** Each kind of fact: its form is read and sent at the same address. */
const learning: Record<FactPart, (c: Context<Kith>, db: Db) => Promise<void>> = {
  names: async (c, db) => learnName(db, id(c), await parse(c, newName)),
  contacts: async (c, db) => learnContact(db, id(c), await parse(c, newContact)),
  warnings: async (c, db) => giveWarning(db, id(c), await parse(c, newWarning)),
  needs: async (c, db) => learnNeed(db, id(c), await parse(c, newNeed)),
  relationships: async (c, db) => learnRelationship(db, id(c), await parse(c, newRelationship)),
}

people.get('/people/:id/:part', c => read(c, db => factPage(c, db)))

people.post('/people/:id/:part', c =>
  write(
    c,
    async db => {
      await learning[part(c)](c, db)
      return personLink(id(c))
    },
    invalid => read(c, db => factPage(c, db, invalid), 422),
  ),
)

people.post('/people/:id/:part/:fact/ending', c =>
  write(c, async db => {
    await endFact(db, id(c), part(c), c.req.param('fact'))
    return personLink(id(c))
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

function part(c: Context): FactPart {
  const named = c.req.param('part') ?? ''
  if (!Object.hasOwn(learning, named)) throw new NotFound('Not found.')
  return named as FactPart
}

/** Finds a person and logs the look: every page about a person begins so. */
async function look(db: Db, personId: string) {
  const person = await findPerson(db, personId)
  await seen(db, 'person', person.id)
  return person
}

async function detailsPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const person = await look(db, id(c))
  await mayAmendPerson(db, person.id)
  return <DetailsPage person={person} invalid={invalid} />
}

async function factPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const named = part(c)
  const person = await look(db, id(c))
  const others = named === 'relationships' ? await listCompanions(db, person.id) : []
  return <FactPage part={named} person={person} places={await listLearningPlaces(db, person)} others={others} invalid={invalid} />
}

async function equalityPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const person = await findPerson(db, id(c))
  await seen(db, 'equality', person.id)
  return (
    <EqualityPage person={person} answers={await listEqualityAnswers(db, person.id)} agencyName={db.actor.agencyName} invalid={invalid} />
  )
}

/** A colleague was faster: both versions on one page, status 409. */
async function sayConflict(c: Context<Kith>, error: unknown): Promise<Response> {
  if (!(error instanceof Conflict)) throw error
  const yours = await typedWords(c)
  return read(
    c,
    async db => (
      <PersonConflictPage person={await look(db, id(c))} last={await findLastAmendment(db, id(c))} yours={yours} now={new Date()} />
    ),
    409,
  )
}

function filterOf(c: Context): PeopleFilter {
  const { q = '', whose } = c.req.query()
  return { words: q.trim().slice(0, 400), whose: whose === 'cases' || whose === 'list' ? whose : 'all' }
}
