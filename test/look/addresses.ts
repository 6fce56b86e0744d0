/** Which pages a worker has: found by following links from a few first ones, one page of each kind. */
import type { Visitor } from './visitor.ts'

export interface Address {
  /** What the picture is called: the address without its keys. */
  name: string
  path: string
  /** Whose page it is; empty before anybody has signed in. */
  cookie: string
  /** What is sent from the page, when what comes back is to be looked at. */
  fields?: Record<string, string>
  /** Where it is sent to, when that is not the page itself. */
  to?: string
  /** A file sent with it, and how many times its words stand in it. */
  file?: { words: string; times: number }
}

const ofNoInterest = /^\/(sign-out|assets|dev|gallery|live)|\/file|\/export|\.pdf/

/**
 * One address of each kind of page that can be reached and is not among `known`; the first of a kind is the one taken, so begin with the best.
 * @example const pages = await findPages(tom, ['/cases/…', '/'])
 */
export async function findPages(worker: Visitor, beginning: string[], known: Address[] = []): Promise<Address[]> {
  const found = new Map<string, string>()
  const waiting = [...beginning]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const name = nameOf(path)
    if (found.has(name) || ofNoInterest.test(path)) continue
    found.set(name, path)
    const page = await worker.page(path)
    if (page) waiting.push(...linksIn(page))
    else found.delete(name)
  }
  const pages = [...found].map(([name, path]) => ({ name, path, cookie: worker.cookie }))
  return pages.filter(({ name }) => known.every(one => one.name !== name))
}

/** "/cases/0193…/people?with=…" is "cases-_-people-with". */
export function nameOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://kith')
  const asked = [...new Set(searchParams.keys())].sort().join('-')
  const name = pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '_').replaceAll(/\W+/g, '-')
  return `${name}-${asked}`.replaceAll(/^-|-$/g, '') || 'today'
}

const linksIn = (html: string): string[] => [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, path = '']) => path.replaceAll('&amp;', '&'))
