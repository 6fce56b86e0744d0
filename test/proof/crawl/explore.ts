/** Walks through Kith as one worker, from page to page, until nothing new turns up. */
import { type Form, formsIn, linksIn } from './page.ts'
import { patternOf } from './pattern.ts'
import type { Visitor } from './visit.ts'

/** Not pages: a stream that does not end, and what is the same for everybody. */
export const passedOver = /^\/(live|assets|gallery|theme|favicon|dev|sign-out)/

/** Enough to come by each kind of case; the rest is tried afterwards. */
const alike = 3

/**
 * Asks for the first pages and for every address that they lead to, at most so many alike, and says how many that were.
 * @example await explore(visitor, { pages: new Set(), posts: new Set() })
 */
export async function explore(visitor: Visitor, seen: { pages: Set<string>; posts: Set<string> }, from = ['/']): Promise<number> {
  const [waiting, met, times] = [[] as string[], new Set<string>(), new Map<string, number>()]
  const meet = (address: string) => {
    const pattern = patternOf(address)
    const before = times.get(pattern) ?? 0
    if (met.has(address) || passedOver.test(address) || before >= (pattern.includes('.pdf') ? 1 : alike)) return
    met.add(address)
    times.set(pattern, before + 1)
    seen.pages.add(address)
    waiting.push(address)
  }
  for (const address of from) meet(address)
  let asked = 0
  for (let address = waiting.shift(); address; address = waiting.shift(), asked++) {
    const { body, headers } = await visitor.ask(address)
    const forms = formsIn(body, address)
    const posts = forms.filter(form => form.method === 'post').map(form => form.action)
    for (const action of posts) if (!/sign-out/.test(action)) seen.posts.add(action)
    const moved = headers.filter(([name]) => name === 'location').map(([, to]) => to)
    const links = [...linksIn(body, address), ...moved].filter(link => !posts.includes(link))
    for (const link of [...links, ...forms.flatMap(sendings)]) meet(link)
  }
  return asked
}

/** A form that asks, sent untouched and sent with a word. */
function sendings({ action, method, fields, typed }: Form): string[] {
  if (method === 'post') return []
  const [path] = action.split('?')
  const sent = (more: Record<string, string>) => `${path}?${new URLSearchParams({ ...fields, ...more })}`
  return [sent({}), sent(Object.fromEntries(typed.map(name => [name, 'Number'])))]
}
