/** Addresses of search. HTTP only. Every search is logged, also those made while typing. */
import { type Context, Hono } from 'hono'
import { seen } from '../../platform/events.ts'
import { transact } from '../../platform/db.ts'
import { enqueue } from '../../platform/jobs.ts'
import { type Kith, read } from '../../platform/requests.ts'
import { findEverything } from './queries.ts'
import { SearchPage } from './views/search-page.tsx'
import { SearchSuggestions } from './views/search-suggestions.tsx'

export const search = new Hono<Kith>()

search.get('/search', c =>
  read(c, async db => {
    const words = wordsOf(c)
    if (!words) return <SearchPage words="" found={undefined} now={new Date()} />
    const [found] = await Promise.all([
      findEverything(db, words, { people: 20, others: 10 }),
      // For every search alike, so that nobody can tell from it what was touched.
      seen(db, 'search', null, { words }).then(look => enqueue(db, 'search', { look })),
    ])
    return <SearchPage words={words} found={found} now={new Date()} />
  }),
)

search.get('/search/suggestions', async c => {
  const words = wordsOf(c)
  if (words.length < 2) return c.html('')
  // A fragment for the box, so without the frame that `read` puts around a page.
  const suggestions = await transact(c.get('entry'), async db => {
    await seen(db, 'search', null, { words })
    return <SearchSuggestions words={words} found={await findEverything(db, words, { people: 5, others: 3 })} now={new Date()} />
  })
  return c.html(String(suggestions))
})

/** PostgreSQL cannot hold the null character, and nobody needs more than a few lines to search by. */
const wordsOf = (c: Context): string => (c.req.query('q') ?? '').replaceAll('\0', '').trim().slice(0, 400)
