/** Two workers graded one place: both grades side by side. */
import { Card, ConflictChoice } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { casePlaceLink, placesLink } from '../links.ts'
import type { CasePlace } from '../queries.ts'
import { placeName } from '../same.ts'

type GradeConflictProps = { head: CaseHead; place: CasePlace; yours: { grade: string; reason: string } }

/** @example <GradeConflictPage head={head} place={now} yours={{ grade: 'A', reason: 'Seen sleeping there' }} /> */
export function GradeConflictPage({ head, place, yours }: GradeConflictProps) {
  const factsOf = ({ grade, reason }: { grade: string; reason: string }) => [
    { name: 'Grade', value: grade || 'Not graded' },
    { name: 'Why', value: reason },
  ]
  return (
    <CasePage head={head} here="places">
      <Card title={`Which grade for ${placeName(place)}?`}>
        <ConflictChoice
          action={`${casePlaceLink(head.id, place.id)}/grade`}
          what="this grade"
          theirs={{
            by: place.gradedByName ?? 'A colleague',
            agency: place.gradedByAgency ?? undefined,
            at: place.gradedAt ?? undefined,
            facts: factsOf({ grade: place.grade, reason: place.gradeReason }),
          }}
          yours={{ by: 'You', facts: factsOf(yours) }}
          fields={{ ...yours, version: String(place.version) }}
          now={new Date()}
          cancelHref={placesLink(head.id)}
        />
      </Card>
    </CasePage>
  )
}
