/** Addresses of pairs and merges. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { seen } from '../../platform/events.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { listOpenPairs, mergeEndingLink, pairsLink } from '../matching/index.ts'
import { personLink } from '../people/index.ts'
import { answerPair, endMerge, mayJudge } from './commands.ts'
import { mergeEnding, pairAnswer } from './inputs.ts'
import { findMerge, findPair, keepsBoth } from './queries.ts'
import { MergeEndingPage } from './views/merge-ending-page.tsx'
import { PairPage } from './views/pair-page.tsx'
import { PairsPage } from './views/pairs-page.tsx'

export const merges = new Hono<Kith>()

merges.get(pairsLink, c => read(c, async db => <PairsPage pairs={await listOpenPairs(db)} />))

merges.get(`${pairsLink}/:id`, c => read(c, db => pairPage(c, db)))

merges.post(`${pairsLink}/:id`, c =>
  write(
    c,
    async db => {
      const pair = await findPair(db, id(c))
      const answer = await parse(c, pairAnswer)
      const shown = await answerPair(db, pair, answer)
      return answer.answer === 'same' ? personLink(shown) : pairsLink
    },
    invalid => read(c, db => pairPage(c, db, invalid), 422),
  ),
)

merges.get(mergeEndingLink(':id'), c => read(c, db => endingPage(c, db)))

merges.post(mergeEndingLink(':id'), c =>
  write(
    c,
    async db => personLink(await endMerge(db, id(c), (await parse(c, mergeEnding)).reason)),
    invalid => read(c, db => endingPage(c, db, invalid), 422),
  ),
)

const id = (c: Context): string => c.req.param('id') ?? ''

/** Both records are looked at, and both looks are logged. */
async function pairPage(c: Context, db: Db, invalid?: Invalid) {
  const pair = await findPair(db, id(c))
  for (const person of [pair.oneId, pair.otherId]) await seen(db, 'person', person)
  return <PairPage pair={pair} mayJudge={await keepsBoth(db, pair.oneId, pair.otherId)} invalid={invalid} now={new Date()} />
}

async function endingPage(c: Context, db: Db, invalid?: Invalid) {
  const merge = await findMerge(db, id(c))
  await mayJudge(db, merge.keptId, merge.absorbedId)
  return <MergeEndingPage merge={merge} invalid={invalid} />
}
