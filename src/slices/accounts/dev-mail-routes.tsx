// /dev/mail: the e-mails that were written, where there is no mail server. Production has none of it.
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { NotFound } from '../../platform/errors.ts'
import { mailFolder } from '../../platform/mail.ts'
import type { Kith } from '../../platform/requests.ts'
import { devMailLink } from './links.ts'
import { sayPublic } from './public.tsx'
import { MailPage, MailsPage, type WrittenMail } from './views/dev-mail-pages.tsx'

/**
 * The pages that show what lies in the folder of e-mails.
 * @example routes.route('/', devMail(config()))
 */
export function devMail(own: { dataDir: string }): Hono<Kith> {
  const folder = mailFolder(own)
  return new Hono<Kith>()
    .get(devMailLink(), async c => sayPublic(c, <MailsPage mails={await listMails(folder)} />))
    .get('/dev/mail/:name', c => one(c, folder, c.req.param('name')))
}

async function one(c: Context<Kith>, folder: string, name: string): Promise<Response> {
  const mail = (await listMails(folder)).find(each => each.name === name)
  if (!mail) throw new NotFound('There is no such e-mail.')
  return sayPublic(c, <MailPage mail={mail} />)
}

async function listMails(folder: string): Promise<WrittenMail[]> {
  const names = await readdir(folder).catch(() => [])
  const newest = names
    .filter(name => name.endsWith('.eml'))
    .sort()
    .reverse()
  return Promise.all(newest.slice(0, 50).map(name => readMail(folder, name)))
}

async function readMail(folder: string, name: string): Promise<WrittenMail> {
  const path = join(folder, name)
  const [whole, { mtime }] = await Promise.all([readFile(path, 'utf8'), stat(path)])
  const end = whole.indexOf('\n\n')
  const head = whole.slice(0, end).replaceAll(/\n\s+/g, ' ')
  const line = (field: string) => new RegExp(`^${field}: (.*)$`, 'im').exec(head)?.[1] ?? ''
  return {
    name,
    to: line('To'),
    subject: line('Subject'),
    at: mtime,
    text: decoded(whole.slice(end + 2), line('Content-Transfer-Encoding')),
  }
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
