/** How many places have each grade, and a link that shows those alone. */
import type { Programme } from '../../../programmes/index.ts'
import { Subnav } from '../../../ui/index.ts'
import { placesLink } from '../links.ts'

type GradeFilterProps = { caseId: string; programme: Programme; counts: Record<string, number>; grade?: string | undefined }

/** @example <GradeFilter caseId={id} programme={programme} counts={{ A: 4 }} grade="A" /> */
export function GradeFilter({ caseId, programme, counts, grade }: GradeFilterProps) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const href = (key: string) => `${placesLink(caseId)}?grade=${encodeURIComponent(key)}`
  return (
    <Subnav
      label="Places by grade"
      here={grade === undefined ? placesLink(caseId) : href(grade)}
      items={[
        { label: 'All', href: placesLink(caseId), count: all },
        ...programme.placeGrades.map(one => ({ label: `Grade ${one.key}`, href: href(one.key), count: counts[one.key] })),
        { label: 'Not graded', href: href(''), count: counts[''] },
      ]}
    />
  )
}
