/** What can be looked at: the states that pages can be in, and whose pages these are. */
import { eicar } from '../clamd.ts'
import { type Address, findPages, nameOf } from './addresses.ts'
import { fullCase, newWorker } from './laid.ts'
import { castOf, signedIn, type Visitor } from './visitor.ts'

const outside = ['/sign-in', '/password', '/invitations/no-such-invitation', '/no-such-page']
const gallery = ['', ...['case', 'today', 'list', 'form', 'sign-in', 'error', 'mistake', 'hostile'].map(page => `/pages/${page}`)]

/**
 * The pages of a state: `usual` and `wrong` of the cast, `readers` for those of them that say who can read their rows, `refused`, `empty`, `full`, or
 * `outside` for those before sign-in.
 * @example const pages = await pagesIn('usual', 'http://127.0.0.1:3000', 'everybody')
 */
export async function pagesIn(state: string, address: string, as: string): Promise<Address[]> {
  if (state === 'outside')
    return [...outside, ...gallery.map(part => `/gallery${part}`)].map(path => ({ name: nameOf(path), path, cookie: '' }))
  if (state === 'empty') return ownPages(await newWorker(address))
  if (state === 'refused') return refusals(await signedIn(address, 'Tom Garside'))
  const names = as === 'everybody' ? await castOf(address) : as.split(',')
  if (state === 'full') {
    const worker = await signedIn(address, names[0] ?? '')
    return findPages(worker, [await fullCase(worker), '/cases', '/'])
  }
  const found: Address[] = []
  for (const name of names) {
    const worker = await signedIn(address, name)
    const pages = await ownPages(worker, found)
    found.push(...(state === 'readers' ? await askedWho(worker, pages) : pages))
  }
  return found
}

/** Those of them that are asked who can read their rows, and answer. */
async function askedWho(worker: Visitor, pages: Address[]): Promise<Address[]> {
  const asked = pages.map(page => ({ ...page, path: `${page.path}${page.path.includes('?') ? '&' : '?'}readers=yes` }))
  const answered: Address[] = []
  for (const page of asked) if ((await worker.page(page.path)).includes('Hide who can read these')) answered.push(page)
  return answered
}

/** A case that they lead first: it has every page that a case can have. */
async function ownPages(worker: Visitor, known: Address[] = []): Promise<Address[]> {
  const led = await ledBy(worker)
  return findPages(worker, [...(led ? [led] : []), '/', '/cases', '/search?q=mill', '/account/trail'], known)
}

const casesIn = (page: string): string[] => [...page.matchAll(/href="(\/cases\/[0-9a-f]{8}-[0-9a-f-]{27})"/g)].map(([, link = '']) => link)

const ledBy = async (worker: Visitor): Promise<string | undefined> => casesIn(await worker.page('/cases?whose=mine'))[0]

/** A case that they may read, and that is not theirs to share. */
async function notLedBy(worker: Visitor): Promise<string | undefined> {
  for (const link of casesIn(await worker.page('/cases')))
    if ((await worker.page(`${link}/sharing`)).includes('Ask whoever leads it')) return link
}

/** What Kith answers when it cannot do what was asked. */
async function refusals(worker: Visitor): Promise<Address[]> {
  const { cookie } = worker
  const led = await ledBy(worker)
  const theirs = { title: 'Another title', summary: 'What I saw was something else.' }
  return [
    { name: 'not-found', path: '/no-such-page', cookie },
    { name: 'not-allowed', path: `${await notLedBy(worker)}/sharing/new`, cookie },
    {
      name: 'not-allowed-and-written',
      path: '/agreements',
      to: '/teams/new',
      fields: { name: 'A team of ours', purpose: 'To meet each morning' },
      cookie,
    },
    { name: 'changed-first', path: `${led}/edit`, fields: { version: '0', ...theirs }, cookie },
    { name: 'stage-changed-first', path: `${led}/edit`, to: `${led}/stage`, fields: { version: '0', stage: 'reported' }, cookie },
    { name: 'too-big', path: `${led}/edit`, fields: { summary: 'A page of what was said. '.repeat(100_000) }, cookie },
    ...files.map(one => ({ ...one, path: `${led}/documents`, fields: { title: 'Letter to the landlord' }, cookie })),
  ]
}

/** Files that are not taken; that one is harmful is known only where a scanner runs. */
const files = [
  { name: 'file-harmful', file: { words: `%PDF-1.7\n${eicar}`, times: 1 } },
  { name: 'file-too-large', file: { words: '%PDF-1.7\n', times: 3_000_000 } },
  { name: 'file-of-no-kind', file: { words: 'MZ\0', times: 9 } },
]
