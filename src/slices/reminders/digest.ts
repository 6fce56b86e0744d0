/** The words of a reminder: numbers and a link. Never a name, a title or a word of a case, because e-mail is not a safe place. */
import { day } from '../../ui/index.ts'
import { remindersLink } from '../accounts/index.ts'
import type { Waiting } from '../plan/index.ts'
import type { ReminderKind } from './kinds.ts'

export interface Morning {
  today: string
  /** The next working day. */
  until: string
}

/**
 * The reminder for one worker, or undefined when nothing that they chose waits.
 * @example digestOf({ soon: 0, today: 2, late: 0, others: 0 }, everyKind, morning, 'https://kith.example')?.text // "You have 2 tasks due today.…"
 */
export function digestOf(waiting: Waiting, chosen: readonly ReminderKind[], { today, until }: Morning, baseUrl: string) {
  const count = (kind: ReminderKind) => (chosen.includes(kind) ? waiting[kind] : 0)
  const own = [
    tasks(count('today'), 'due today'),
    tasks(count('soon'), until === dayAfter(today) ? 'due tomorrow' : `due by ${day(until)}`),
    tasks(count('late'), 'that should be done by now'),
  ].filter(Boolean)
  const others = tasks(count('others'), 'late with somebody else')
  const lines = [
    own.length > 0 ? `You have ${listing.format(own)}.` : '',
    others ? `In cases that you lead or that your team owns there ${count('others') === 1 ? 'is' : 'are'} ${others}.` : '',
  ].filter(Boolean)
  if (lines.length === 0) return undefined
  const links = [`Sign in to see more:\n${baseUrl}/`, `${why}\n${baseUrl}${remindersLink}`]
  return { subject: `Kith: your tasks for ${day(today)}`, text: `${[...lines, ...links].join('\n\n')}\n` }
}

const why = 'E-mail is not a safe place, so this says no more. Choose what you are reminded of, or nothing:'
const listing = new Intl.ListFormat('en-GB', { type: 'conjunction' })

const tasks = (count: number, how: string): string => (count === 0 ? '' : `${count} ${count === 1 ? 'task' : 'tasks'} ${how}`)

function dayAfter(today: string): string {
  const next = new Date(`${today}T12:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
