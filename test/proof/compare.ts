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

/** Whether anything parts at all; asks no further than the first. */
export async function differs(client: pg.ClientBase, world: World): Promise<boolean> {
  for await (const _ of partings(client, world)) return true
  return false
}

async function* partings(client: pg.ClientBase, world: World): AsyncGenerator<string> {
  for (const table of await shownToNobody(client)) yield `Whoever has not come in sees ${table}.`
  for (const worker of world.workers.keys()) {
    const [shown, allowed] = [await sightIn(client, worker), wholeSight(world, worker)]
    for (const table of new Set([...Object.keys(shown), ...Object.keys(allowed)]))
      if (!isDeepStrictEqual(shown[table], allowed[table]))
        yield `Worker ${worker} sees ${table} ${shown[table]}, and may see ${allowed[table]}.`
  }
  const happened = await happens(client, world)
  for (const [index, deed] of world.deeds.entries()) {
    const isAllowed = allows(world, deed)
    if (happened[index] !== isAllowed)
      yield `${JSON.stringify(deed)} ${happened[index] ? 'happens' : 'is refused'}, and is ${isAllowed ? 'allowed' : 'forbidden'}.`
  }
}
