/** In random worlds a search finds, and whoever looks for the same person is told, what the model lets them: no row more, and nothing in order, nearness or number that tells of what is hidden. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { enter } from './ask.ts'
import { worldsOf } from './database.ts'
import { asked, isAllowed, type Question, recognitions, searches, withoutTheHidden } from './finding.ts'
import { works } from './model.ts'
import { toldOf, toTellOf } from './searched.ts'
import type { World } from './world.ts'
import { world } from './worlds.ts'

const { client, inWorld } = worldsOf({ filed: true })

/** Told of a world in which a rule has nothing to hold on to, the model answers as if it did not know that rule. */
const forgotten: Record<string, (of: World) => World> = {
  'from when until when a share runs': of => ({ ...of, grants: of.grants.map(share => ({ ...share, when: 'now' })) }),
  'which sides a share opens': of => ({ ...of, grants: of.grants.map(share => ({ ...share, sides: null })) }),
  'conflicts of interest': of => ({ ...of, conflicts: of.conflicts.map(one => ({ ...one, lifted: true })) }),
  'that what is sensitive finds nobody': of => ({ ...of, contacts: of.contacts.map(fact => ({ ...fact, category: null })) }),
  'that what is restricted is not filed': of => ({ ...of, documents: of.documents.map(one => ({ ...one, readers: null })) }),
  'that some cases are kept from the subject': of => ({
    ...of,
    cases: of.cases.map(one => ({ ...one, programme: one.programme === 'da-marac' ? 'mediation' : one.programme })),
  }),
  'that a team keeps its case to itself': of => ({ ...of, cases: of.cases.map(one => ({ ...one, team: null })) }),
  'that an agreement must be in force': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, when: 'now', suspended: false })),
  }),
  'that an agreement must cover the programme': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, programmes: ['asb', 'mediation', 'da-marac'] })),
  }),
  'that both must have signed': of => ({
    ...of,
    agreements: of.agreements.map(one => ({ ...one, parties: of.agencies.map((_, agency) => ({ agency, when: 'now' as const })) })),
  }),
  'that a suspended agency tells nothing': of => ({ ...of, agencies: of.agencies.map(() => ({ suspended: false })) }),
  'that somebody has left a case': of => ({ ...of, casePeople: of.casePeople.map(link => ({ ...link, ended: false })) }),
}

interface Asking {
  of: World
  worker: number
  answers: string[][]
}
/** What the three askers of each world are told; and the same of what can be found, once all that is hidden is gone. */
interface Told {
  whole: Asking[]
  less: Asking[]
}
let told: Told
/** The worlds, each of which shows of some rule whether it is known. */
let telling: World[]

const questionsOf = (of: World) => [...searches(of), ...recognitions(of).records, ...recognitions(of).pointers]
/** Those that give rows, and not whom to ask. */
const rowsOnly = (of: World) => searches(of).length + recognitions(of).records.length

/** What the model allows in answer to some questions, for those who ask in a world. */
const allowedIn = (of: World, told: World, questions: Question[]): string =>
  JSON.stringify(of.asking.map(worker => works(told, worker) && questions.map(({ allowed }) => allowed(told, worker))))

/** Of some thousand worlds, those in which it shows whether a rule is known: some by what is found, and some by whom one is sent to. */
function tellingWorlds(): World[] {
  const drawn = fc.sample(world, { numRuns: 1500, seed: 7 })
  const kinds = [(of: World) => questionsOf(of).slice(0, rowsOnly(of)), (of: World) => recognitions(of).pointers]
  const chosen = Object.values(forgotten).flatMap(forgetting =>
    kinds.flatMap(questions => {
      const tells = (of: World) => allowedIn(of, of, questions(of)) !== allowedIn(of, forgetting(of), questions(of))
      return [...drawn.values().filter(tells).take(5)]
    }),
  )
  return [...new Set(chosen)]
}

async function ask(of: World, worker: number, questions = questionsOf(of)): Promise<Asking> {
  const isIn = await enter(client(), worker)
  return { of, worker, answers: isIn ? await asked(client(), questions) : questions.map(() => []) }
}

async function askIn(worlds: World[], before?: () => Promise<unknown>): Promise<Told> {
  const [whole, less]: [Asking[], Asking[]] = [[], []]
  for (const of of worlds)
    await inWorld(
      of,
      async () => {
        for (const worker of of.asking) {
          whole.push(await ask(of, worker))
          await client().query('savepoint hidden; reset role')
          await withoutTheHidden(client(), of, worker)
          await client().query('set local role kith_app')
          less.push(await ask(of, worker, questionsOf(of).slice(0, rowsOnly(of))))
          await client().query('rollback to savepoint hidden')
        }
      },
      before,
    )
  return { whole, less }
}

beforeAll(async () => {
  telling = tellingWorlds()
  told = await askIn(telling)
}, 300_000)

const wrong = ({ whole }: Told, answering = (of: World) => of): string[] =>
  whole.flatMap(({ of, worker, answers }) =>
    questionsOf(of).flatMap((question, index) =>
      isAllowed(answering(of), worker, question, answers[index] ?? [])
        ? []
        : [`Worker ${worker} asks ${question.values} and gets ${answers[index]}.`],
    ),
  )

/** Who gets another answer once what is hidden is gone. */
const moved = ({ whole, less }: Told): Asking[] =>
  whole.filter(({ of, answers }, index) => `${answers.slice(0, rowsOnly(of))}` !== `${less[index]?.answers}`)

test('everybody finds what they may, and is told by whom somebody is known, and nothing else', () => {
  expect(wrong(told)).toEqual([])
})

test('what is hidden moves nothing: without it, the same is found in the same order and as near', () => {
  expect(moved(told)).toEqual([])
})

test.each(Object.entries(forgotten))('a model that forgets %s is caught', (_, forgetting) => {
  expect(wrong(told, forgetting).length).toBeGreaterThan(0)
})

test('an index that is asked before the rules is caught, by what is found and by what is moved', async () => {
  const careless = (name: string) => `create or replace function ${name} returns table (found boolean) language sql stable as 'select true'`
  const unasked = await askIn(telling.slice(0, 20), () =>
    client().query(
      `${careless('open_now(of_kind text, which uuid, in_case uuid, of_side text)')}; ${careless('record_open(which uuid, learnt_in uuid)')}`,
    ),
  )
  expect(wrong(unasked).length).toBeGreaterThan(0)
  expect(moved(unasked).length).toBeGreaterThan(0)
}, 60_000)

test('of a search that touches somebody whom the searcher may not see, those who hold them are told, and nobody else', async () => {
  const wrong: string[] = []
  let many = 0
  for (const of of telling.slice(0, 40))
    await inWorld(of, async () => {
      await client().query('reset role')
      for (const by of of.workers.keys())
        for (const person of of.people.keys()) {
          const [told, tells] = [await toldOf(client(), of, { by, person }), toTellOf(of, { by, person })]
          if (told !== tells) wrong.push(`Worker ${by} looks for ${person}: ${told} are told, and ${tells} should be.`)
          if (told !== '') many++
        }
    })
  expect(wrong).toEqual([])
  expect(many).toBeGreaterThan(10)
}, 120_000)
