// The second step of signing in: the code of an app, or a recovery code.
import { Button, Card, Details, Form, PublicPage, type Refused, Stack, TextField } from '../../../ui/index.ts'
import type { Onward } from '../inputs.ts'
import { codeLink, signInLink } from '../links.ts'
import { OnwardFields } from './onward-fields.tsx'

export function CodePage({ onward, refused }: { onward: Onward; refused?: Refused | undefined }) {
  return (
    <PublicPage title="Enter your code">
      <Stack>
        <h1 class="govuk-heading-l">Enter your code</h1>
        <Card>
          <Form action={codeLink()} refused={refused}>
            <TextField
              name="code"
              label="Code from your app"
              hint="The 6 digits that your authenticator app shows now, or one of your recovery codes."
              width={20}
              autocomplete="one-time-code"
              spellcheck={false}
              maxlength={40}
            />
            <OnwardFields onward={onward} />
            <Button>Go on</Button>
          </Form>
        </Card>
        <Details summary="I do not have my app or my recovery codes">
          <p>Ask your agency’s administrator for a new invitation. It lets you begin your account again. Your work stays as it is.</p>
        </Details>
        <p>
          <a href={signInLink(onward.next, onward.carried)}>Sign in as somebody else</a>
        </p>
      </Stack>
    </PublicPage>
  )
}
