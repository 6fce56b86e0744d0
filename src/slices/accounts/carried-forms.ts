// A form that arrives after its session has ended is kept, encrypted, and sent on when its writer is back and says so.
import type { Context, Hono } from 'hono'
import { authDb } from '../../platform/auth-db.ts'
import { newId } from '../../platform/db.ts'
import type { Kith } from '../../platform/requests.ts'
import { seal, unseal } from '../../platform/sealed.ts'
import { cookieHeader, settings } from './settings.ts'
import { lastHere } from './last-here.ts'

/** What sealing them is for. */
export const formPurpose = 'carried form'
const mostPerAccount = 10
// Passwords are not carried, and a draft is kept by the browser that sent it.
const neverCarried = /^\/(sign-|account|password|invitations|session|drafts|demonstration|carried-forms)/

/** A form that waits for its writer: when it was sent, and what stands in it, by the names of its fields; of files their names. */
export interface CarriedForm {
  id: string
  at: Date
  fields: [name: string, words: string][]
}

let app: Hono<Kith> | undefined

/**
 * Names the application that carried forms are sent on to. Called once, when it is made.
 * @example sendFormsOnTo(app)
 */
export function sendFormsOnTo(whole: Hono<Kith>): void {
  app = whole
}

/**
 * Keeps the form of a request whose session has ended, for the account that signed in last in this browser; undefined when there is none, or nothing to keep.
 * @example const id = await carryForm(c)
 */
export async function carryForm(c: Context): Promise<string | undefined> {
  const userId = await lastHere(c)
  const contentType = c.req.header('content-type') ?? ''
  // A page that sent it by script stays as it is, and sends it again itself: kept here too, it would be asked about when it had long been sent.
  if (c.req.header('x-turbo-request-id')) return undefined
  if (!userId || neverCarried.test(c.req.path) || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(contentType))
    return undefined
  const most = settings().uploadBytes + 1_000_000
  // Before it is read: what is too large to be kept must not fill the memory first.
  if (Number(c.req.header('content-length') ?? 0) > most || (await manyWait(userId))) return undefined
  const body = await bodyUpTo(most, c)
  if (!body) return undefined
  const id = newId()
  const head = Buffer.from(`${contentType}\n`)
  const sealed = seal(settings().secret, formPurpose, Buffer.concat([head, body]))
  await authDb()
    .insertInto('carriedForms')
    .values({ id, userId, action: c.req.path + new URL(c.req.url).search, sealed })
    .execute()
  return id
}

/** The body; undefined when there is more of it. Its length is what its sender says, and who says none could send for ever: no more is read than would be kept. */
async function bodyUpTo(most: number, c: Context): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.bodyUsed ? [new Uint8Array(await c.req.arrayBuffer())] : (c.req.raw.body ?? [])) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/**
 * The form to ask its writer about: the one that is wanted, else the oldest that waits; undefined when none of this account's does.
 * @example const kept = await findCarriedForm(userId)
 */
export async function findCarriedForm(userId: string, wanted?: string): Promise<CarriedForm | undefined> {
  const kept = await authDb().selectFrom('carriedForms').selectAll().where('userId', '=', userId).orderBy('createdAt').execute()
  const one = wanted ? kept.find(({ id }) => id === wanted) : kept[0]
  if (!one) return undefined
  const { contentType, body } = opened(one.sealed)
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData()
  const fields = [...form].map(([name, value]): [string, string] => [name, typeof value === 'string' ? value : value.name])
  return { id: one.id, at: one.createdAt, fields }
}

/** Forgets a carried form, at its writer's wish. */
export async function dropCarriedForm(id: string, userId: string): Promise<void> {
  await authDb().deleteFrom('carriedForms').where('id', '=', id).where('userId', '=', userId).execute()
}

/**
 * Whether a form waits for somebody else than this account.
 * @example if (await waitsForAnother(carried, userId)) tell(c, 'not-yours')
 */
export async function waitsForAnother(id: string, userId: string): Promise<boolean> {
  const kept = await authDb().selectFrom('carriedForms').select('userId').where('id', '=', id).executeTakeFirst()
  return kept !== undefined && kept.userId !== userId
}

/**
 * Sends a carried form on as a session of its writer, and gives the answer; undefined when it is not this account's.
 * @example const answer = await sendFormOn(c, id, userId, token)
 */
export async function sendFormOn(c: Context, id: string, userId: string, token: string): Promise<Response | undefined> {
  const kept = await authDb()
    .deleteFrom('carriedForms')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(['action', 'sealed'])
    .executeTakeFirst()
  if (!kept || !app) return undefined
  const { contentType, body } = opened(kept.sealed)
  const url = new URL(kept.action, c.req.url)
  const headers = {
    'content-type': contentType,
    cookie: await cookieHeader(token),
    origin: url.origin,
    referer: url.href,
    'sec-fetch-site': 'same-origin',
    accept: c.req.header('accept') ?? 'text/html',
    'user-agent': c.req.header('user-agent') ?? '',
  }
  return app.fetch(new Request(url, { method: 'POST', headers, body }), c.env)
}

/** What was kept: how the form was written down, in one line, and then the form. */
function opened(sealed: Uint8Array): { contentType: string; body: Uint8Array<ArrayBuffer> } {
  const whole = unseal(settings().secret, formPurpose, sealed)
  const end = whole.indexOf('\n')
  return { contentType: whole.subarray(0, end).toString(), body: new Uint8Array(whole.subarray(end + 1)) }
}

async function manyWait(userId: string): Promise<boolean> {
  const { waiting } = await authDb()
    .selectFrom('carriedForms')
    .select(eb => eb.fn.countAll<number>().as('waiting'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow()
  return waiting >= mostPerAccount
}
