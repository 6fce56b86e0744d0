/** Where PostgreSQL's answers and the model's part. */
import { isDeepStrictEqual } from 'node:util'
import type pg from 'pg'
import { sightIn } from './ask.ts'
import { allows } from './deeds.ts'
import { sightOf } from './model.ts'
import { happens } from './try.ts'
import type { World } from './world.ts'
import { size } from './worlds.ts'

/** One sentence for each worker who sees, and each deed that goes, otherwise than the model says. */
export async function differences(client: pg.ClientBase, world: World): Promise<string[]> {
  const found: string[] = []
  for (let worker = 0; worker < size.workers; worker++) {
    const [shown, allowed] = [await sightIn(client, worker), sightOf(world, worker)]
    for (const table of new Set([...Object.keys(shown), ...Object.keys(allowed)]))
      if (!isDeepStrictEqual(shown[table], allowed[table]))
        found.push(`Worker ${worker} sees ${table} ${shown[table]}, and may see ${allowed[table]}.`)
  }
  for (const deed of world.deeds) {
    const [happened, allowed] = [await happens(client, world, deed), allows(world, deed)]
    if (happened !== allowed)
      found.push(`${JSON.stringify(deed)} ${happened ? 'happens' : 'is refused'}, and is ${allowed ? 'allowed' : 'forbidden'}.`)
  }
  return found
}
