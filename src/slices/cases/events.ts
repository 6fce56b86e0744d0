/** What happens to cases, each with its sentence. */
import type { Sentences } from '../../platform/events.ts'
import { stageName } from '../../programmes/index.ts'

export const sentences: Sentences = {
  case_opened: () => 'opened the case',
  sub_case_opened: () => 'opened a sub-case',
  case_amended: () => 'changed the case’s details',
  case_handed_over: ({ about }) => (about ? `handed the case to ${about}` : 'handed the case over'),
  stage_changed: ({ detail }) => `moved the case to ${stageIn(detail)}`,
  case_closed: () => 'closed the case',
  case_reopened: () => 'opened the case again',
  outcome_recorded: () => 'recorded an outcome',
}

function stageIn(detail: Record<string, unknown>): string {
  return stageName({ programme: String(detail.programme), programmeVersion: Number(detail.version) }, String(detail.stage))
}
