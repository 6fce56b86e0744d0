// The e-mails of a Kith that has no mail server.
import { EmptyState, PublicPage, Rows, Stack, When } from '../../../ui/index.ts'
import { devMailLink } from '../links.ts'

export interface WrittenMail {
  name: string
  to: string
  subject: string
  at: Date
  text: string
}

export function MailsPage({ mails }: { mails: WrittenMail[] }) {
  return (
    <PublicPage title="E-mails">
      <Stack>
        <h1 class="govuk-heading-l">E-mails</h1>
        <p>This Kith has no mail server. What it would have sent lies here, newest first.</p>
        <Rows
          label="E-mails"
          rows={mails.map(({ name, subject, to, at }) => ({
            title: subject,
            href: devMailLink(name),
            about: to,
            end: <When at={at} now={new Date()} />,
          }))}
          empty={<EmptyState icon="note" title="No e-mail yet" />}
        />
      </Stack>
    </PublicPage>
  )
}

export function MailPage({ mail }: { mail: WrittenMail }) {
  return (
    <PublicPage title={mail.subject}>
      <Stack>
        <p>
          <a href={devMailLink()}>All e-mails</a>
        </p>
        <h1 class="govuk-heading-l">{mail.subject}</h1>
        <p>To {mail.to}</p>
        {mail.text
          .trim()
          .split('\n\n')
          .map(paragraph => (
            <p>{paragraph.split(/(https?:\S+)/).map(part => (part.startsWith('http') ? <a href={part}>{part}</a> : part))}</p>
          ))}
      </Stack>
    </PublicPage>
  )
}
