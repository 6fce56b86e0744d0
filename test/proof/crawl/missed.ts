/** Whether the crawler comes by every page that Kith has: one that is added later, and that no link leads to, shows here. */
import type { Hono } from 'hono'
import type { Kith } from '../../../src/platform/requests.ts'
import { idOf } from '../ids.ts'
import { passedOver } from './explore.ts'

/** Pages behind a secret that only an e-mail tells, to somebody who has not signed in: they say a name and an agency, and nothing of any case. And a form that came after its writer's session had ended, which is kept for them alone. The tests of `accounts` try them, with wrong, used and late secrets, and as somebody else. */
export const notCrawled: string[] = ['/carried-forms/:id', '/invitations/:token', '/password/:token']

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

/** A page whose last part may be a whole path says so: `:page{.+}`. */
const formOf = (page: string): RegExp =>
  new RegExp(`^${page.replaceAll(/:\w+\{\.\+\}/g, '.+').replaceAll(/:\w+(\{(?:[^{}]|\{[^}]*\})*\})?\??/g, '[^/]+')}$`)
