/** The band above every page of a case that is open, or of which more is open, in an emergency only. */
import { Notice, plural, timeOf } from '../../../ui/index.ts'
import { caseLink } from '../../cases/index.ts'
import type { MyOpening } from '../queries.ts'

type Props = { opening: MyOpening; subject: string | undefined; now: Date }

/**
 * On a page that is not the case's own, it says which case it is and leads back there.
 * @example <EmergencyBand opening={opening} subject={personId} now={new Date()} />
 */
export function EmergencyBand({ opening: { caseId, endsAt, reference }, subject, now }: Props) {
  const left = Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 60_000))
  return (
    <Notice kind="attention" title={`Open in an emergency: ${plural(left, 'minute')} left`}>
      {subject === caseId ? null : (
        <>
          This is part of <a href={caseLink(caseId)}>{reference}</a>.{' '}
        </>
      )}
      What opened like this closes at {timeOf(endsAt)}, and cannot be changed. Everything you look at is reviewed. Nothing of the case can
      be printed or saved.
    </Notice>
  )
}
