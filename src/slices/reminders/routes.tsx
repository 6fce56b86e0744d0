/** Addresses of reminders. HTTP only. */
import { Hono } from 'hono'
import { parse } from '../../platform/input.ts'
import { type Kith, read, write } from '../../platform/requests.ts'
import { remindersLink } from '../accounts/index.ts'
import { chooseReminders } from './commands.ts'
import { reminderChoice } from './inputs.ts'
import { findChosenKinds } from './queries.ts'
import { RemindersPage } from './views/reminders-page.tsx'

export const reminders = new Hono<Kith>()

reminders.get(remindersLink, c =>
  read(c, async db => <RemindersPage chosen={await findChosenKinds(db)} done={c.req.query('done') !== undefined} />),
)

reminders.post(remindersLink, c =>
  write(
    c,
    async db => {
      const { kind } = await parse(c, reminderChoice)
      await chooseReminders(db, kind)
      return `${remindersLink}?done`
    },
    refused => read(c, async db => <RemindersPage chosen={await findChosenKinds(db)} refused={refused} />, 422),
  ),
)
