/** In random worlds a search finds, and whoever looks for the same person is told, what the model lets them: no row more, and nothing in order, nearness or number that tells of what is hidden. */
import { beforeAll, describe, expect, test } from 'vitest'
import { enter } from './ask.ts'
import { worldsOf } from './database.ts'
import { asked, isAllowed, withoutTheHidden } from './finding.ts'
import { forgotten, forgottenOfTelling, questionsOf, rowsOnly, tellingWorlds } from './finding-worlds.ts'
import { toldOf, toTellOf } from './searched.ts'
import type { World } from './world.ts'

const { client, inWorld } = worldsOf({ filed: true })

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

describe('a search that touches somebody whom the searcher may not see', () => {
  const searches: { of: World; by: number; person: number; told: string }[] = []
  const otherwise = (answering = (of: World) => of) =>
    searches.filter(({ of, by, person, told }) => told !== toTellOf(answering(of), { by, person }))

  beforeAll(async () => {
    for (const of of telling.slice(0, 40))
      await inWorld(of, async () => {
        await client().query('reset role')
        for (const by of of.workers.keys())
          for (const person of of.people.keys()) searches.push({ of, by, person, told: await toldOf(client(), of, { by, person }) })
      })
  }, 120_000)

  test('is told to those who hold them, and to nobody else', () => {
    expect(otherwise()).toEqual([])
    expect(searches.filter(({ told }) => told !== '').length).toBeGreaterThan(10)
  })

  test.each(Object.entries(forgottenOfTelling))('a model that forgets %s is caught', (_, forgetting) => {
    expect(otherwise(forgetting).length).toBeGreaterThan(0)
  })
})
