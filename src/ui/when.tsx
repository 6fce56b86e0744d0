// A date as people say it: near ones in words with the full date beside them.
import { day, dayAndTime, isoDay, type Moment, near } from './dates.ts'

type WhenProps = { at: Moment; now?: Moment | undefined; time?: boolean | undefined; short?: boolean | undefined }

/**
 * A date: "in 2 days · Tue 24 Nov 2026, 14:05". Without `now` only the date; `short` keeps the words and moves the date to a tooltip.
 * @example <When at={task.dueAt} now={now} />
 */
export function When({ at, now, time = true, short = false }: WhenProps) {
  const full = time ? dayAndTime(at) : day(at)
  const words = now ? near(at, now) : ''
  const machine = typeof at === 'string' ? isoDay(at) : at.toISOString()
  if (!words)
    return (
      <time datetime={machine} class="kith-when">
        {full}
      </time>
    )
  if (short)
    return (
      <time datetime={machine} title={full} class="kith-when">
        {words}
      </time>
    )
  return (
    <time datetime={machine} class="kith-when">
      {words} <span class="kith-when__date">{full}</span>
    </time>
  )
}
