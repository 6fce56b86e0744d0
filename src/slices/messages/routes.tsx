/** Addresses of messages. HTTP only. */
import { type Context, Hono } from 'hono'
import type { Db } from '../../platform/db.ts'
import type { Invalid } from '../../platform/errors.ts'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { findCaseHead, lookAtCase } from '../cases/index.ts'
import { findDraft } from '../drafts/index.ts'
import { listReached } from '../plan/index.ts'
import { markAllRead, sendMessage } from './commands.ts'
import { newMessage } from './inputs.ts'
import { alertsLink, messagesLink } from './links.ts'
import { listMessages, listWaiting } from './queries.ts'
import { markRead } from './reading.ts'
import { AlertsPage } from './views/alerts-page.tsx'
import { MessagesPage } from './views/messages-page.tsx'

export const messages = new Hono<Kith>()

messages.get('/cases/:id/messages', c => read(c, db => messagesPage(c, db)))

messages.post('/cases/:id/messages', c =>
  write(
    c,
    async db => {
      const head = await findCaseHead(db, id(c))
      const message = await sendMessage(db, head.id, await parse(c, newMessage))
      return messagesLink(id(c), { message })
    },
    invalid => read(c, db => messagesPage(c, db, invalid), 422),
  ),
)

messages.get('/alerts', c => read(c, async db => <AlertsPage waiting={await listWaiting(db, { most: 50 })} now={new Date()} />))

messages.post('/alerts/reads', c =>
  write(c, async db => {
    await markAllRead(db)
    return alertsLink
  }),
)

const id = (c: Context): string => c.req.param('id') ?? ''

async function messagesPage(c: Context<Kith>, db: Db, invalid?: Invalid) {
  const head = await lookAtCase(db, id(c))
  const before = c.req.query('before')
  const found = await listMessages(db, head.id, before && !Number.isNaN(Date.parse(before)) ? { before: new Date(before) } : {})
  const shown = found.slice(0, 50)
  await markRead(
    db,
    shown.filter(message => !message.read).map(message => message.id),
  )
  return (
    <MessagesPage
      {...{
        head,
        invalid,
        messages: shown,
        more: found.length > 50,
        to: c.req.query('to') ?? '',
        me: db.actor,
        now: new Date(),
        reached: await listReached(db, head.id),
        kept: await findDraft(db, `message:${head.id}`),
      }}
    />
  )
}
