/** The page before a share is sent: in one sentence what the other side will see, and every answer once more. */
import type { Child } from 'hono/jsx'
import { Button, ButtonRow, Card, dayAndTime, Form, plural, Prose, Stack, SummaryList } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { HeadlineCard, PointerCard } from '../../pointers/index.ts'
import type { countContents } from '../choice-queries.ts'
import type { checkShare } from '../commands.ts'
import type { NewShare } from '../inputs.ts'
import { shareWithLink, sharingLink } from '../links.ts'
import type { Seat } from '../queries.ts'
import { canWords, tiers } from '../tiers.ts'
import { basisWords, reachWords, whoWords } from '../words.ts'

type Props = {
  input: NewShare
  checked: Awaited<ReturnType<typeof checkShare>>
  contents: Awaited<ReturnType<typeof countContents>>
  seats: Seat[]
}

export function CheckPage({ input, checked, contents, seats }: Props) {
  const { head, recipient, basis, endsAt } = checked
  const name = whoWords({ ...recipient, agencyName: recipient.about })
  const change = shareWithLink(head.id, recipient.id)
  const lawful = basisWords({ ...basis, agreementName: basis.agreement?.name ?? null, agreementGateway: basis.agreement?.gateway ?? null })
  return (
    <CasePage head={head} here="sharing">
      <Stack>
        <Card title="Check before sharing" attention>
          <Prose>
            <p>
              <strong>
                {name} will be able to {canWords(input.tier)}
                {input.subCases ? ', and the same in its sub-cases,' : ''} until {dayAndTime(endsAt)}.
              </strong>
            </p>
            <p>{reachWords(recipient, seats)} They are told who shared it and why.</p>
          </Prose>
          <SummaryList
            facts={[
              { name: 'With', value: name, href: sharingLink(head.id, 'new') },
              { name: 'They may', value: tiers.find(tier => tier.key === input.tier)?.label, href: change },
              { name: 'Lawful through', value: lawful, href: change },
              { name: 'Reason', value: input.reason, href: change },
              { name: 'Until', value: dayAndTime(endsAt), href: change },
              { name: 'Sub-cases', value: input.subCases ? 'Yes, also those opened later' : 'No, this case only', href: change },
            ]}
          />
          <Form action={sharingLink(head.id)}>
            <ButtonRow>
              <Button icon="share">{`Share with ${recipient.name}`}</Button>
              <a href={sharingLink(head.id)}>Do not share</a>
            </ButtonRow>
          </Form>
        </Card>
        <Preview head={head} tier={input.tier} contents={contents} subCases={input.subCases} />
      </Stack>
    </CasePage>
  )
}

/** What the other side will find: the very words of a pointer or a headline, or what there is to read. */
function Preview({
  head,
  tier,
  contents,
  subCases,
}: {
  head: CaseHead
  tier: NewShare['tier']
  contents: Props['contents']
  subCases: boolean
}) {
  if (tier === 'pointer')
    return (
      <Seen>
        <PointerCard agencyName={head.ownerAgencyName} contact={head.ownerContact} />
      </Seen>
    )
  if (tier === 'headline')
    return (
      <Seen title={head.title}>
        <HeadlineCard headline={head} />
      </Seen>
    )
  return (
    <Card title="What they will find">
      <Prose>
        <ul>
          <li>{plural(contents.entries, 'entry', 'entries')} in the timeline</li>
          <li>
            {plural(contents.people, 'person', 'people')} and {plural(contents.places, 'place')}
          </li>
          <li>{plural(contents.tasks, 'task')} in the plan</li>
          <li>{plural(contents.documents, 'document')}</li>
          {subCases ? <li>the same of {plural(contents.subCases, 'sub-case')}, as far as the basis covers them</li> : null}
        </ul>
        <p>And whatever is written until the share ends.</p>
      </Prose>
    </Card>
  )
}

function Seen({ title, children }: { title?: string; children?: Child }) {
  return (
    <section aria-label="What they will see">
      <h2 class="govuk-heading-s">This is all they will see</h2>
      {title ? (
        <p>
          <strong>{title}</strong>
        </p>
      ) : null}
      {children}
    </section>
  )
}
