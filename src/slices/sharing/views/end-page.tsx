/** Asks why, before a share is ended, and says what follows. */
import type { Invalid } from '../../../platform/errors.ts'
import { Checkboxes, Confirm, Page, TextArea } from '../../../ui/index.ts'
import { endShareLink, sharingLink } from '../links.ts'
import type { Share } from '../queries.ts'
import { canWords } from '../tiers.ts'
import { whoWords } from '../words.ts'

type Props = { caseId: string; share: Share; others: Share[]; sharedOn: Share[]; invalid?: Invalid | undefined }

export function EndPage({ caseId, share, others, sharedOn, invalid }: Props) {
  const name = whoWords(share)
  return (
    <Page title={`End the share with ${name}`} here="/cases">
      <Confirm
        title={`End the share with ${name}?`}
        action={endShareLink(caseId, share.id)}
        button={`End ${share.name}’s share`}
        kind="danger"
        cancelHref={sharingLink(caseId)}
        back="Sharing"
        refused={invalid}
      >
        <p>
          At their next click {name} can no longer {canWords(share.tier, share.sides)} through this share. What they wrote stays. What they
          printed or copied cannot be called back.
        </p>
        {others.map(other => (
          <p>
            They still {canWords(other.tier, other.sides)} through another share{other.inherited ? ' of a case above' : ''}.
          </p>
        ))}
        {sharedOn.length > 0 ? (
          <Checkboxes
            name="along"
            label="They shared it on. End that too?"
            hint="What stays ticked ends with it. What does not goes on until you end it."
            choices={sharedOn.map(one => ({ value: one.id, label: whoWords(one), hint: `Can ${canWords(one.tier, one.sides)}` }))}
            value={sharedOn.map(one => one.id)}
          />
        ) : null}
        <TextArea name="reason" label="Why does it end?" hint="They can read this." rows={2} limit={1000} />
      </Confirm>
    </Page>
  )
}
