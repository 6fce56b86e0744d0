// The page to sign in on; in a demonstration, with the people to be.
import {
  Button,
  Card,
  Details,
  Form,
  Notice,
  PasswordField,
  PostButton,
  PublicPage,
  type Refused,
  Rows,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import type { DemonstrationPerson } from '../demonstration.ts'
import type { Onward } from '../inputs.ts'
import { demonstrationSignInLink, forgottenLink, signInLink } from '../links.ts'
import { OnwardFields } from './onward-fields.tsx'

type Props = { onward: Onward; refused?: Refused | undefined; people?: DemonstrationPerson[] | undefined }

export function SignInPage({ onward, refused, people }: Props) {
  return (
    <PublicPage title="Sign in">
      <Stack>
        <h1 class="govuk-heading-l">Sign in</h1>
        {onward.carried ? (
          <Notice kind="info" title="You were signed out because nothing happened for a while">
            What was written here has not been sent. It is kept for a day for whoever was signed in. When they sign in again, Kith shows it
            to them and asks whether to send it. Nobody else can see or send it.
          </Notice>
        ) : null}
        {people ? <People people={people} onward={onward} /> : null}
        {people ? (
          <Details summary="Sign in with a password or a passkey" open={Boolean(refused)}>
            <Doors onward={onward} refused={refused} />
          </Details>
        ) : (
          <Doors onward={onward} refused={refused} />
        )}
      </Stack>
    </PublicPage>
  )
}

function Doors({ onward, refused }: Pick<Props, 'onward' | 'refused'>) {
  return (
    <Stack>
      <Form action={signInLink()} refused={refused}>
        <TextField name="email" label="E-mail address" type="email" autocomplete="username webauthn" spellcheck={false} maxlength={254} />
        <PasswordField name="password" label="Password" />
        <OnwardFields onward={onward} />
        <Button>Sign in</Button>
      </Form>
      <kith-passkey hidden options="/sign-in/passkey/options">
        <form method="post" action="/sign-in/passkey">
          <input type="hidden" name="response" />
          <OnwardFields onward={onward} />
          <Button kind="secondary">Sign in with a passkey</Button>
        </form>
      </kith-passkey>
      <p>
        <a href={forgottenLink}>I have forgotten my password</a>
      </p>
    </Stack>
  )
}

function People({ people, onward }: { people: DemonstrationPerson[]; onward: Onward }) {
  const fields = { ...(onward.next && { next: onward.next }), ...(onward.carried && { carried: onward.carried }) }
  return (
    <Card title="Choose who to be" flush>
      <Rows
        label="People of the demonstration"
        rows={people.map(({ userId, name, jobTitle, agencyName, sees }) => ({
          title: name,
          about: `${jobTitle}, ${agencyName}. ${sees}`,
          end: (
            <PostButton
              action={demonstrationSignInLink}
              fields={{ ...fields, user: userId }}
              kind="secondary"
              small
              label={`Sign in as ${name}`}
            >
              Sign in
            </PostButton>
          ),
        }))}
      />
    </Card>
  )
}
