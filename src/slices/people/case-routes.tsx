/** Addresses of who and what is in a case. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import { Invalid } from '../../platform/errors.ts'
import { seenTogether } from '../../platform/events.ts'
import { parse, typedWords } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { isoDay, nameOf } from '../../ui/index.ts'
import { lookAtCase, mayAdd } from '../cases/index.ts'
import type { Described } from '../matching/index.ts'
import { takeApart } from './asked.ts'
import { bornWords } from './born-words.ts'
import { findRole, listCaseObjects, listCasePeople } from './case-queries.ts'
import { existingInCase, foundPerson, newInCase, newObject, roleEnding } from './inputs.ts'
import { casePeopleLink, foundLink } from './links.ts'
import { findPerson } from './queries.ts'
import { addObject, endObject, endRole, joinCase, joinCaseAsNew, mayEndRole, recordFound, splitName } from './roles.ts'
import { describedIn, lookFor, mustLook, rememberDifferent } from './same-people.ts'
import { AddPersonPage, FoundPage, RoleEndingPage } from './views/add-person-page.tsx'
import { CasePeoplePage } from './views/case-people-page.tsx'

export const casePeople = new Hono<Kith>()

casePeople.get('/cases/:id/people', c => read(c, db => peoplePage(c, db)))

casePeople.get('/cases/:id/people/new', c => read(c, db => addPage(c, db)))

casePeople.post('/cases/:id/people', c =>
  write(
    c,
    async db => {
      const typed = await typedWords(c)
      if (typed.person === 'new') await joinNew(c, db, typed)
      else {
        const { person, ...link } = await parse(c, existingInCase)
        await joinCase(db, id(c), person, link)
      }
      return casePeopleLink(id(c))
    },
    invalid => read(c, async db => addPage(c, db, await withTyped(c, invalid)), 422),
  ),
)

casePeople.get('/cases/:id/people/found', c => read(c, db => foundPage(c, db)))

casePeople.post('/cases/:id/people/found', c =>
  write(
    c,
    async db => {
      const input = await parse(c, foundPerson)
      const added = await recordFound(db, id(c), input)
      return `${foundLink(id(c))}?${new URLSearchParams([['added', added], ['basis', input.basis], ...input.roles.map(role => ['roles', role])])}`
    },
    invalid => read(c, async db => foundPage(c, db, await withTyped(c, invalid)), 422),
  ),
)

casePeople.get('/cases/:id/people/:role/ending', c => read(c, db => endingPage(c, db)))

casePeople.post('/cases/:id/people/:role/ending', c =>
  write(
    c,
    async db => {
      await endRole(db, id(c), c.req.param('role'), (await parse(c, roleEnding)).endReason)
      return casePeopleLink(id(c))
    },
    invalid => read(c, db => endingPage(c, db, invalid), 422),
  ),
)

casePeople.post('/cases/:id/objects', c =>
  write(
    c,
    async db => {
      await addObject(db, id(c), await parse(c, newObject))
      return `${casePeopleLink(id(c))}#objects`
    },
    invalid => read(c, db => peoplePage(c, db, invalid), 422),
  ),
)

casePeople.post('/cases/:id/objects/:object/ending', c =>
  write(c, async db => {
    await endObject(db, id(c), c.req.param('object'))
    return `${casePeopleLink(id(c))}#objects`
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

/** A command knows only what it was given: the rest of what was typed is shown again with it. */
const withTyped = async (c: Context, { errors, values }: Invalid) => new Invalid(errors, { ...(await typedWords(c)), ...values })

async function peoplePage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  return (
    <CasePeoplePage
      head={head}
      people={await listCasePeople(db, head.id)}
      objects={await listCaseObjects(db, head.id)}
      invalid={invalid}
      now={new Date()}
    />
  )
}

async function addPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await mayAdd(db, id(c))
  const words = String(invalid?.values.q ?? c.req.query('q') ?? '').trim()
  const described = invalid ? describedIn(invalid) : guessed(words)
  const look = { kind: 'case', subjectId: head.id, caseId: head.id } as const
  const isAsked = words !== '' || invalid !== undefined
  const found = isAsked ? await lookFor(db, described, words, [look]) : { matches: [], known: [] }
  if (!isAsked) await seenTogether(db, [look])
  return (
    <AddPersonPage
      head={head}
      words={words || nameOf(described)}
      found={found}
      sure={invalid?.errors.person === lookFirst}
      values={firstGuess(words)}
      invalid={invalid}
      now={new Date()}
    />
  )
}

const lookFirst = 'Look at what is above first. If it is somebody new, press the button again.'

/** Somebody new, once it is seen who may be the same. */
async function joinNew(c: Context<Kith>, db: Db, typed: Record<string, string>): Promise<void> {
  const input = await parse(c, newInCase)
  if (await mustLook(db, input, typed)) throw new Invalid({ person: lookFirst }, typed)
  const added = await joinCaseAsNew(db, id(c), input)
  await rememberDifferent(db, added, input)
}

function guessed(words: string): Described {
  const { name, born } = takeApart(words, isoDay(new Date()))
  return { ...splitName(name), born }
}

/** What was looked for, put into the fields of somebody new. */
function firstGuess(words: string): Record<string, string> {
  const { name, born } = takeApart(words, isoDay(new Date()))
  return { ...splitName(name), ...(born && { born: bornWords({ bornOn: born.on, bornPrecision: born.precision }) }) }
}

async function foundPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c), mayAdd)
  const addedId = c.req.query('added')
  const added = addedId ? await findPerson(db, addedId) : undefined
  const roles = c.req.queries('roles')
  return (
    <FoundPage
      head={head}
      added={added && { id: added.id, name: nameOf(added) }}
      values={{ basis: c.req.query('basis') ?? '', ...(roles && { roles }) }}
      invalid={invalid}
    />
  )
}

async function endingPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  const role = await findRole(db, head.id, c.req.param('role') ?? '')
  await mayEndRole(db, role.id)
  return <RoleEndingPage head={head} role={role} invalid={invalid} />
}
