/** The address of Today. HTTP only. */
import { Hono } from 'hono'
import { type Kith, read } from '../../platform/requests.ts'
import { findToday } from './queries.ts'
import { TodayPage } from './views/today-page.tsx'

export const today = new Hono<Kith>()

today.get('/', c =>
  read(c, async db => {
    const now = new Date()
    return <TodayPage today={await findToday(db)} name={db.actor.name} now={now} />
  }),
)
