/** Whether the crawler comes by every page that Kith has: one that is added later, and that no link leads to, shows here. */
import type { Hono } from 'hono'
import type { Kith } from '../../../src/platform/requests.ts'
import { idOf } from '../ids.ts'
import { passedOver } from './explore.ts'

/** Pages behind something that the county has none of: a link from an e-mail, a flag that was raised, two records that are one person. Their own slices' tests try them. */
export const notCrawled: string[] = [
  '/cases/:id/consents/:consent/withdrawal',
  '/cases/:id/sharing/preview/:page{.+}',
  '/documents/:id/letter',
  '/invitations/:token',
  '/looks/flags/:id',
  '/password/:token',
  '/people/merges/:id/ending',
  '/people/same/:id',
]

/** Where to begin: each page that needs no id, and each page of one case. */
export const firstPages = (app: Hono<Kith>): string[] => [
  '/',
  ...pagesOf(app)
    .map(page => page.replace(/^\/cases\/:id(\{[^/]*\})?/, `/cases/${idOf('cases', 0)}`))
    .filter(page => !page.includes(':') && page !== '/'),
]

/** The pages of which no address was asked for. */
export function pagesMissed(app: Hono<Kith>, asked: string[]): string[] {
  const paths = asked.map(address => address.split('?')[0] ?? '')
  return pagesOf(app).filter(page => !paths.some(path => formOf(page).test(path)))
}

const pagesOf = (app: Hono<Kith>): string[] =>
  [...new Set(app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*')).map(({ path }) => path))]
    .filter(path => !passedOver.test(path))
    .sort()

const formOf = (page: string): RegExp => new RegExp(`^${page.replaceAll(/:\w+(\{(?:[^{}]|\{[^}]*\})*\})?\??/g, '[^/]+')}$`)
