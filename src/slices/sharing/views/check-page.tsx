/** The page before a share is sent: in one sentence what the other side will see, and every answer once more. */
import { Button, ButtonRow, capital, Card, dayAndTime, Form, LinkButton, Prose, SummaryList } from '../../../ui/index.ts'
import { CasePage } from '../../cases/index.ts'
import type { checkShare } from '../commands.ts'
import type { NewShare } from '../inputs.ts'
import { previewLink, shareWithLink, sharingLink } from '../links.ts'
import type { Seat } from '../queries.ts'
import { tiers } from '../tiers.ts'
import { consentWords, endWords, lawfulWords, promiseWords, reachWords, sensitiveWords, sidesWords, whoWords } from '../words.ts'

type Props = {
  input: NewShare
  checked: Awaited<ReturnType<typeof checkShare>>
  seats: Seat[]
}

export function CheckPage({ input, checked, seats }: Props) {
  const { head, recipient, basis, endsAt, openBy, sides, categories } = checked
  const name = whoWords({ ...recipient, agencyName: recipient.about })
  const change = shareWithLink(head.id, recipient.id)
  const lawful = lawfulWords(basis)
  return (
    <CasePage head={head} here="sharing">
      <Card title="Check before sharing" attention>
        <Prose>
          <p>
            <strong>{promiseWords(name, input, checked)}</strong>
          </p>
          <p>
            {reachWords(recipient, seats)} They are told who shared it and why. {consentWords(basis)}
          </p>
        </Prose>
        <SummaryList
          facts={[
            { name: 'With', value: name, href: sharingLink(head.id, 'new') },
            { name: 'They may', value: tiers.find(tier => tier.key === input.tier)?.label, href: change },
            ...(sidesWords(head, sides) ? [{ name: 'Sides', value: sidesWords(head, sides), href: change }] : []),
            { name: 'Sensitive information', value: sensitiveWords(categories), href: change },
            { name: 'Lawful through', value: capital(lawful), href: change },
            { name: 'Reason', value: input.reason, href: change },
            { name: 'Until', value: capital(endWords(endsAt)), href: change },
            ...(openBy ? [{ name: 'Urgent', value: `To be opened by ${dayAndTime(openBy)}`, href: change }] : []),
            { name: 'Sub-cases', value: input.subCases ? 'Yes, also those opened later' : 'No, this case only', href: change },
          ]}
        />
        <Form action={sharingLink(head.id)}>
          <ButtonRow>
            <Button icon="share">{`Share with ${recipient.name}`}</Button>
            <LinkButton href={previewLink(head.id)} icon="eye">
              See what they will see
            </LinkButton>
            <a href={sharingLink(head.id)}>Do not share</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}
