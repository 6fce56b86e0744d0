/** An agreement's state and programmes in words. */
import { currentProgrammes } from '../../../programmes/index.ts'
import { Tag, type TagKind } from '../../../ui/index.ts'
import type { AgreementStanding } from '../queries.ts'

const tags: Record<AgreementStanding, [TagKind, string]> = {
  'in force': ['green', 'In force'],
  suspended: ['red', 'Suspended'],
  over: ['quiet', 'Over'],
  'not begun': ['blue', 'Not begun'],
}

export function StandingTag({ standing }: { standing: AgreementStanding }) {
  const [kind, label] = tags[standing]
  return <Tag kind={kind}>{label}</Tag>
}

/** @example programmeNames(['asb']) // "Anti-social behaviour" */
export const programmeNames = (keys: string[]): string =>
  keys.map(key => currentProgrammes().find(one => one.key === key)?.name ?? key).join(', ')
