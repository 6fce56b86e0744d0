/** Asks why two merged records are taken apart again. */
import type { Invalid } from '../../../platform/errors.ts'
import { Confirm, nameOf, Page, TextArea } from '../../../ui/index.ts'
import { mergeEndingLink } from '../../matching/index.ts'
import { peopleLink, personLink } from '../../people/index.ts'
import type { Merge } from '../queries.ts'

/** @example <MergeEndingPage merge={await findMerge(db, id)} /> */
export function MergeEndingPage({ merge, invalid }: { merge: Merge; invalid?: Invalid | undefined }) {
  const kept = nameOf({ givenName: merge.keptGiven, familyName: merge.keptFamily })
  const absorbed = nameOf({ givenName: merge.absorbedGiven, familyName: merge.absorbedFamily })
  return (
    <Page title="Take apart again" here={peopleLink}>
      <Confirm
        title={`Take the records of ${kept} and ${absorbed} apart?`}
        action={mergeEndingLink(merge.id)}
        button="Take them apart"
        kind="danger"
        cancelHref={personLink(merge.keptId)}
        back={kept}
        refused={invalid}
      >
        <p>Each record is shown by itself again, exactly as it was. That they were merged, and why, stays on record.</p>
        <TextArea name="reason" label="Why?" rows={2} limit={500} />
      </Confirm>
    </Page>
  )
}
