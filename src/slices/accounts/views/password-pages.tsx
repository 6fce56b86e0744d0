// Pages for a forgotten password.
import { Button, Card, Form, Notice, PasswordField, PublicPage, type Refused, Stack, TextField } from '../../../ui/index.ts'
import { forgottenLink, resetLink, signInLink } from '../links.ts'

type Props = { refused?: Refused | undefined }

export const passwordHint = '12 characters or more. Three random words are easy to keep and hard to guess.'

export function ForgottenPage({ refused }: Props) {
  return (
    <PublicPage title="Choose a new password">
      <Stack>
        <h1 class="govuk-heading-l">Choose a new password</h1>
        <p>We will send you a link to choose one.</p>
        <Card>
          <Form action={forgottenLink} refused={refused}>
            <TextField name="email" label="Your e-mail address" type="email" autocomplete="username" spellcheck={false} maxlength={254} />
            <Button>Send me a link</Button>
          </Form>
        </Card>
      </Stack>
    </PublicPage>
  )
}

export function LinkSentPage({ email }: { email: string }) {
  return (
    <PublicPage title="Look at your e-mail">
      <Stack>
        <h1 class="govuk-heading-l">Look at your e-mail</h1>
        <p>If {email} has an account, a link is on its way there. It works once, for an hour.</p>
        <p>Nothing there after a few minutes? Look among the unwanted mail, or ask your agency’s administrator.</p>
        <p>
          <a href={signInLink()}>Back to sign in</a>
        </p>
      </Stack>
    </PublicPage>
  )
}

export function ResetPage({ token, refused }: Props & { token: string }) {
  return (
    <PublicPage title="Choose a new password">
      <Stack>
        <h1 class="govuk-heading-l">Choose a new password</h1>
        <Card>
          <Form action={resetLink(token)} refused={refused}>
            <PasswordField name="password" label="New password" hint={passwordHint} autocomplete="new-password" />
            <Button>Change my password</Button>
          </Form>
        </Card>
        <p>
          <a href={forgottenLink}>Send me a new link</a>
        </p>
      </Stack>
    </PublicPage>
  )
}

export function PasswordChangedPage() {
  return (
    <PublicPage title="Your password is changed">
      <Stack>
        <h1 class="govuk-heading-l">Your password is changed</h1>
        <Notice kind="done">You have been signed out everywhere. Sign in with your new password.</Notice>
        <p>
          <a href={signInLink()}>Sign in</a>
        </p>
      </Stack>
    </PublicPage>
  )
}
