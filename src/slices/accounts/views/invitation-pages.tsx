// Pages of an invitation.
import { Button, Card, Form, PasswordField, PublicPage, type Refused, Stack } from '../../../ui/index.ts'
import type { Invitation } from '../invitations.ts'
import { invitationLink, signInLink } from '../links.ts'
import { passwordHint } from './password-pages.tsx'

export function InvitationPage({ invitation, token, refused }: { invitation: Invitation; token: string; refused?: Refused | undefined }) {
  return (
    <PublicPage title="Begin your account">
      <Stack>
        <h1 class="govuk-heading-l">Hello {invitation.name}</h1>
        <p>Choose a password to begin your account. You will sign in with {invitation.email}.</p>
        <Card>
          <Form action={invitationLink(token)} refused={refused}>
            <input type="hidden" name="username" value={invitation.email} autocomplete="username" />
            <PasswordField name="password" label="Choose a password" hint={passwordHint} autocomplete="new-password" />
            <Button>Begin</Button>
          </Form>
        </Card>
      </Stack>
    </PublicPage>
  )
}

export function SpentInvitationPage() {
  return (
    <PublicPage title="This invitation has ended">
      <Stack>
        <h1 class="govuk-heading-l">This invitation has ended</h1>
        <p>It has been used, or is too old. Ask your agency’s administrator for a new one.</p>
        <p>
          <a href={signInLink()}>Sign in</a>
        </p>
      </Stack>
    </PublicPage>
  )
}
