// Pages for codes from an authenticator app, and for recovery codes.
import { raw } from 'hono/html'
import {
  Button,
  Card,
  Details,
  Form,
  LinkButton,
  Notice,
  Page,
  PageHead,
  PasswordField,
  type Refused,
  Stack,
  TextField,
} from '../../../ui/index.ts'
import { accountLink, appCodeLink, appLink, appRemovalLink, recoveryCodesLink } from '../links.ts'

type Props = { refused?: Refused | undefined }

const back = { href: accountLink, label: 'My account' }

export function AppPage({ refused }: Props) {
  return (
    <AskPassword title="Turn on codes from an app" action={appLink} button="Go on" refused={refused}>
      <p>
        An authenticator app on your phone shows a new code every 30 seconds. When you sign in you type your password and then that code, so
        a stolen password is not enough.
      </p>
      <p>You need such an app first. Your phone may have one already; otherwise any authenticator app will do.</p>
    </AskPassword>
  )
}

export function AppRemovalPage({ refused }: Props) {
  return (
    <AskPassword title="Turn off codes from an app" action={appRemovalLink} button="Turn off codes" kind="danger" refused={refused}>
      <p>Your password alone will then open your account. Your recovery codes will stop working.</p>
    </AskPassword>
  )
}

export function NewRecoveryCodesPage({ refused }: Props) {
  return (
    <AskPassword title="Make new recovery codes" action={recoveryCodesLink} button="Make new codes" refused={refused}>
      <p>The codes you have now will stop working.</p>
    </AskPassword>
  )
}

type AskProps = Props & { title: string; action: string; button: string; kind?: 'danger'; children: unknown }

/** Turbo would want a redirect, but recovery codes are in the answer itself: they are at no address to go back to. */
function AskPassword({ title, action, button, kind, refused, children }: AskProps) {
  return (
    <Page title={title}>
      <PageHead title={title} back={back} />
      <div data-turbo="false">
        <Card narrow>
          {children as never}
          <Form action={action} refused={refused}>
            <PasswordField name="current" label="Your password" />
            <Button kind={kind}>{button}</Button>
          </Form>
        </Card>
      </div>
    </Page>
  )
}

export function AppCodePage({ qr, secret, refused }: Props & { qr: string; secret: string }) {
  const title = 'Add Kith to your app'
  return (
    <Page title={title}>
      <PageHead title={title} back={back} />
      <div data-turbo="false">
        <p>Point the app’s camera at this square.</p>
        <div class="kith-qr" role="img" aria-label="A square to point your authenticator app at">
          {raw(qr)}
        </div>
        <Details summary="I cannot use the camera">
          <p>Type this key into the app instead:</p>
          <p>
            <code>{secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
          </p>
        </Details>
        <Form action={appCodeLink} refused={refused}>
          <TextField
            name="code"
            label="The 6 digits that the app shows now"
            width={10}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={7}
          />
          <Button>Turn on codes</Button>
        </Form>
      </div>
    </Page>
  )
}

export function RecoveryCodesPage({ codes }: { codes: string[] }) {
  const file = `Recovery codes for Kith. Each works once.\r\n\r\n${codes.join('\r\n')}\r\n`
  return (
    <Page title="Your recovery codes">
      <PageHead title="Your recovery codes" back={back} />
      <Stack>
        <Notice kind="attention" title="Keep these now">
          They are shown only this once. If your phone is lost, each of them signs you in one time.
        </Notice>
        <Card>
          <ul class="govuk-list" aria-label="Recovery codes">
            {codes.map(code => (
              <li>
                <code>{code}</code>
              </li>
            ))}
          </ul>
          <p>
            <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`} download="kith-recovery-codes.txt">
              Save them as a file
            </a>
          </p>
        </Card>
        <p>
          <LinkButton href={accountLink} kind="primary">
            I have kept them
          </LinkButton>
        </p>
      </Stack>
    </Page>
  )
}
