/** Where PostgreSQL's answers and the model's part. */
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { wholeSight } from './around.ts'
import { shownToNobody, sightIn } from './ask.ts'
import { allows } from './deeds.ts'
import { happens } from './try.ts'
import type { World } from './world.ts'

/** One sentence for each worker who sees, and each deed that goes, otherwise than the model says. */
export async function differences(client: pg.ClientBase, world: World): Promise<string[]> {
  return Array.fromAsync(partings(client, world))
}

/** What is compared: what somebody sees who has not come in, what workers see, what they may do. */
export type Part = 'nobody' | 'sights' | 'deeds'
const everything: Part[] = ['nobody', 'sights', 'deeds']

/** Whether anything parts at all; asks no further than the first. */
export async function differs(client: pg.ClientBase, world: World, parts: Part[] = everything): Promise<boolean> {
  for (const part of parts) for await (const _ of asks[part](client, world)) return true
  return false
}

async function* partings(client: pg.ClientBase, world: World): AsyncGenerator<string> {
  for (const part of everything) yield* asks[part](client, world)
}

const asks = { nobody, sights, deeds }

async function* nobody(client: pg.ClientBase): AsyncGenerator<string> {
  for (const table of await shownToNobody(client)) yield `Whoever has not come in sees ${table}.`
}

async function* sights(client: pg.ClientBase, world: World): AsyncGenerator<string> {
  for (const worker of world.asking) {
    const [shown, allowed] = [await sightIn(client, world, worker), wholeSight(world, worker)]
    for (const table of new Set([...Object.keys(shown), ...Object.keys(allowed)]))
      if (!isDeepStrictEqual(shown[table], allowed[table]))
        yield `Worker ${worker} sees ${table} ${shown[table]}, and may see ${allowed[table]}.`
  }
}

async function* deeds(client: pg.ClientBase, world: World): AsyncGenerator<string> {
  const happened = await happens(client, world)
  for (const [index, deed] of world.deeds.entries()) {
    const isAllowed = allows(world, deed)
    if (happened[index] !== isAllowed)
      yield `${JSON.stringify(deed)} ${happened[index] ? 'happens' : 'is refused'}, and is ${isAllowed ? 'allowed' : 'forbidden'}.`
  }
}
