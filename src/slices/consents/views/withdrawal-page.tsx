/** Asks before a consent is withdrawn, and says what ends at once. */
import type { Invalid } from '../../../platform/errors.ts'
import { Confirm, nameOf, Page, plural, TextArea } from '../../../ui/index.ts'
import type { CaseHead } from '../../cases/index.ts'
import { consentsLink, withdrawalLink } from '../links.ts'
import type { Consent, Resting } from '../queries.ts'

type Props = { head: CaseHead; consent: Consent; resting: Resting[]; invalid?: Invalid | undefined }

export function WithdrawalPage({ head, consent, resting, invalid }: Props) {
  const title = `Withdraw the consent of ${nameOf(consent)}?`
  return (
    <Page title={title} here="/cases">
      <Confirm
        title={title}
        action={withdrawalLink(head.id, consent.id)}
        button="Withdraw the consent"
        kind="danger"
        cancelHref={consentsLink(head.id)}
        back="Consent"
        refused={invalid}
      >
        <p>
          {resting.length === 0 ? (
            'No share rests on it at the moment.'
          ) : (
            <>
              <strong>{resting.length === 1 ? 'One share ends' : `${plural(resting.length, 'share')} end`} at once:</strong>{' '}
              {resting.map(one => one.name).join(', ')}. They are told that it ended, and nothing of what the case says.
            </>
          )}
        </p>
        <p>What was seen until now was lawful. It stays on record, and so does the consent.</p>
        <TextArea name="words" label="How was it withdrawn, and what was said?" rows={2} limit={1000} />
      </Confirm>
    </Page>
  )
}
