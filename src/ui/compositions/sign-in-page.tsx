// Signing in: one card, two fields, the demonstration's cast below.
import { Button, ButtonRow, Card, Form, Notice, PasswordField, PublicPage, Rows, TextField } from '../index.ts'

/** The sign-in page of a demonstration. */
export function SignInPage() {
  return (
    <PublicPage title="Sign in" demonstration>
      <h1>Sign in</h1>
      <Card>
        <Form action="/sign-in">
          <TextField name="email" label="Work e-mail" type="email" autocomplete="username" />
          <PasswordField name="password" label="Password" />
          <ButtonRow>
            <Button>Sign in</Button>
            <a href="/password">I forgot my password</a>
          </ButtonRow>
        </Form>
      </Card>
      <h2>Or look around as one of the cast</h2>
      <Card flush>
        <Rows
          rows={[
            {
              title: 'Priya Shah',
              about: 'Community safety officer, Wexby Borough Council',
              end: (
                <Button kind="secondary" small>
                  Sign in
                </Button>
              ),
            },
            {
              title: 'Tom Reed',
              about: 'Neighbourhood constable, Merrowshire Police',
              end: (
                <Button kind="secondary" small>
                  Sign in
                </Button>
              ),
            },
            {
              title: 'Aisha Khan',
              about: 'Independent advocate, Rowan Door',
              end: (
                <Button kind="secondary" small>
                  Sign in
                </Button>
              ),
            },
          ]}
        />
      </Card>
      <Notice>Kith is for people who work on cases. If you are worried about somebody in danger now, ring 999.</Notice>
    </PublicPage>
  )
}
