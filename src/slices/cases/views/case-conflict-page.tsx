/** What somebody sees who changed a case when a colleague had changed it first: all of both versions, and a choice. */
import { stageName } from '../../../programmes/index.ts'
import { ConflictChoice, day, type Fact, parseDay } from '../../../ui/index.ts'
import { caseLink } from '../links.ts'
import type { listLeadChoices } from '../lead-choices.ts'
import type { CaseHead } from '../queries.ts'
import { CasePage } from './case-page.tsx'

type ConflictProps = {
  head: CaseHead
  by: string
  action: string
  yours: Record<string, string>
  choices: Awaited<ReturnType<typeof listLeadChoices>>
}

/** Shown with status 409. */
export function CaseConflictPage({ head, by, action, yours, choices }: ConflictProps) {
  return (
    <CasePage head={head}>
      <ConflictChoice
        action={action}
        what="this case"
        cancelHref={caseLink(head.id)}
        fields={{ ...yours, version: String(head.version) }}
        theirs={{ by, facts: factsOf(head) }}
        yours={{ by: 'You', facts: factsOf(withYours(head, yours, choices)) }}
      />
    </CasePage>
  )
}

/** Every field that the forms change: where two differ only in one that is left out, they look alike. */
function factsOf(head: CaseHead): Fact[] {
  return [
    { name: 'Title', value: head.title },
    { name: 'The worry', value: head.summary || 'Nothing written' },
    { name: 'Stage', value: stageName(head, head.stage) },
    { name: 'Who leads it', value: head.leadWorkerName },
    { name: 'Marking', value: head.marking },
    { name: 'Starts', value: dayOf(head.startsOn) },
    { name: 'Ends', value: dayOf(head.endsOn) },
  ]
}

/** What stands now, with what was typed in its place; each of the two forms types only a part. */
const withYours = (head: CaseHead, yours: Record<string, string>, { workers }: ConflictProps['choices']): CaseHead => ({
  ...head,
  title: yours.title ?? head.title,
  summary: yours.summary ?? head.summary,
  stage: yours.stage ?? head.stage,
  leadWorkerName: workers.find(one => one.id === yours.lead)?.name ?? head.leadWorkerName,
  marking: yours.marking ?? head.marking,
  startsOn: yours.starts ?? head.startsOn,
  endsOn: yours.ends ?? head.endsOn,
})

/** Kept or typed; what cannot be read as a day stands as it was typed. */
function dayOf(words: string | null): string | null {
  const found = parseDay(words ?? '', new Date())
  return found ? day(found) : words
}
