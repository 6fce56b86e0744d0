/** The band above every page of a case that is open in an emergency only. */
import { Notice, plural, timeOf } from '../../../ui/index.ts'

/**
 * @example <EmergencyBand endsAt={opening.endsAt} now={new Date()} />
 */
export function EmergencyBand({ endsAt, now }: { endsAt: Date; now: Date }) {
  const left = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 60_000))
  return (
    <Notice kind="attention" title={`Open in an emergency: ${plural(left, 'minute')} left`}>
      It closes at {timeOf(endsAt)}. Everything you look at is reviewed. You cannot change, print or save anything.
    </Notice>
  )
}
