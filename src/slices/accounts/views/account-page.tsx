// My account: who I am here, what I sign in with, and where I am signed in.
import {
  Button,
  ButtonRow,
  Card,
  Details,
  Form,
  Notice,
  Page,
  PageHead,
  PasswordField,
  PostButton,
  type Refused,
  Rows,
  Stack,
  SummaryList,
  Tag,
  TextField,
  When,
} from '../../../ui/index.ts'
import {
  accountLink,
  appLink,
  appRemovalLink,
  passkeyLink,
  passkeysLink,
  passwordLink,
  recoveryCodesLink,
  remindersLink,
  sessionLink,
  sessionsLink,
  signOutLink,
} from '../links.ts'
import type { Device, Me } from '../me.ts'
import type { OwnPasskey } from '../passkeys.ts'
import { passwordHint } from './password-pages.tsx'

interface Props {
  me: Me
  name: string
  worker: { jobTitle: string; agency: string }
  devices: Device[]
  passkeys: OwnPasskey[]
  done?: string | undefined
  welcome: boolean
  refused?: Refused | undefined
}

const doneWords: Record<string, string> = {
  password: 'Your password is changed. You have been signed out everywhere else.',
  app: 'Codes from an app are off.',
  passkey: 'Your passkeys are changed.',
  session: 'That device is signed out.',
  sessions: 'You are signed out everywhere else.',
}

export function AccountPage({ me, name, worker, devices, passkeys, done, welcome, refused }: Props) {
  return (
    <Page title="My account" flash={done && doneWords[done] ? { text: doneWords[done] } : undefined}>
      <PageHead
        title="My account"
        actions={
          <form method="post" action={signOutLink} data-turbo="false">
            <Button kind="secondary">Sign out</Button>
          </form>
        }
      />
      <Stack>
        {welcome ? (
          <Notice kind="info" title={`Welcome, ${name}`}>
            Make your account safer now: add a passkey, or codes from an app. It takes a minute.
          </Notice>
        ) : null}
        {done === 'second-step' ? (
          <Notice kind="attention" title="One more step before you can work">
            Nobody works here with a password alone. Turn on codes from an app, below; or add a passkey, sign out, and sign in with it.
          </Notice>
        ) : null}
        <Card title="Me">
          <SummaryList
            facts={[
              { name: 'Name', value: name },
              { name: 'Job', value: worker.jobTitle },
              { name: 'Agency', value: worker.agency },
              { name: 'E-mail', value: <Address email={me.email} /> },
              { name: 'Interests', value: 'Who and what you are tied to', href: '/account/interests', action: 'Tell us' },
              { name: 'Reminders', value: 'One e-mail in the morning, when tasks wait', href: remindersLink, action: 'Choose' },
            ]}
          />
          <p>If something here is wrong, ask your agency’s administrator.</p>
        </Card>
        {me.hasPassword ? <PasswordAndApp appOn={me.appOn} /> : null}
        <Passkeys passkeys={passkeys} hasPassword={me.hasPassword} refused={refused} />
        <Devices devices={devices} />
      </Stack>
    </Page>
  )
}

/** On a phone it breaks before the @ and nowhere else, as long as it can. */
function Address({ email }: { email: string }) {
  const [name, host] = email.split('@')
  return (
    <>
      {name}
      <wbr />@{host}
    </>
  )
}

function PasswordAndApp({ appOn }: { appOn: boolean }) {
  const password = { name: 'Password', value: 'Set', href: passwordLink, action: 'Change' }
  const app = appOn
    ? { name: 'Codes from an app', value: <Tag kind="green">On</Tag>, href: appRemovalLink, action: 'Turn off' }
    : { name: 'Codes from an app', value: <Tag kind="warm">Off</Tag>, href: appLink, action: 'Turn on' }
  const codes = { name: 'Recovery codes', value: 'For when your phone is lost', href: recoveryCodesLink, action: 'Make new ones' }
  return (
    <Card title="Signing in">
      <SummaryList facts={appOn ? [password, app, codes] : [password, app]} />
    </Card>
  )
}

function Passkeys({ passkeys, hasPassword, refused }: { passkeys: OwnPasskey[]; hasPassword: boolean; refused?: Refused | undefined }) {
  return (
    <Card title="Passkeys" id="passkeys" count={passkeys.length}>
      <p>
        A passkey signs you in with your fingerprint, your face or the PIN of your device. Nobody can guess it, and no false website can
        take it from you.
      </p>
      <Rows
        label="Your passkeys"
        rows={passkeys.map(passkey => ({
          title: passkey.name,
          about: (
            <>
              {passkey.addedAt ? (
                <>
                  Added <When at={passkey.addedAt} now={new Date()} />
                </>
              ) : null}
              <Rename passkey={passkey} />
            </>
          ),
          end: (
            <PostButton action={passkeyLink(passkey.id, 'removal')} kind="danger" small label={`Remove ${passkey.name}`}>
              Remove
            </PostButton>
          ),
        }))}
      />
      <kith-passkey hidden make options="/account/passkeys/options">
        <Form action={passkeysLink} id="new-passkey" refused={refused}>
          <TextField name="name" label="Name for the new passkey" hint="Such as “My phone”" width={20} maxlength={60} />
          {hasPassword ? <PasswordField name="current" label="Your password" /> : null}
          <input type="hidden" name="response" />
          <Button kind="secondary">Add a passkey</Button>
        </Form>
      </kith-passkey>
    </Card>
  )
}

function Rename({ passkey }: { passkey: OwnPasskey }) {
  return (
    <Details summary="Change its name">
      <Form action={passkeyLink(passkey.id, 'name')} id={`name-${passkey.id}`} values={{ name: passkey.name }}>
        <TextField name="name" label="Name" width={20} maxlength={60} />
        <Button kind="secondary" small>
          Change the name
        </Button>
      </Form>
    </Details>
  )
}

function Devices({ devices }: { devices: Device[] }) {
  return (
    <Card
      title="Where I am signed in"
      id="devices"
      flush
      count={devices.length}
      actions={
        devices.length > 1 ? (
          <PostButton action={sessionsLink} kind="quiet" small>
            Sign out everywhere else
          </PostButton>
        ) : undefined
      }
    >
      <Rows
        label="Devices"
        rows={devices.map(({ id, device, address, lastSeenAt, here }) => ({
          title: (
            <>
              {device} {here ? <Tag kind="pine">This one</Tag> : null}
            </>
          ),
          about: (
            <>
              Last used <When at={lastSeenAt} now={new Date()} />
              {address && address !== 'unknown' ? `, from ${address}` : ''}
            </>
          ),
          end: here ? undefined : (
            <PostButton action={sessionLink(id)} kind="secondary" small label={`Sign out ${device}`}>
              Sign out
            </PostButton>
          ),
        }))}
      />
    </Card>
  )
}

export function ChangePasswordPage({ refused }: { refused?: Refused | undefined }) {
  return (
    <Page title="Change my password">
      <PageHead title="Change my password" back={{ href: accountLink, label: 'My account' }} />
      <Card>
        <Form action={passwordLink} refused={refused}>
          <PasswordField name="current" label="Your password now" />
          <PasswordField name="password" label="New password" hint={passwordHint} autocomplete="new-password" />
          <p>You will be signed out on your other devices.</p>
          <LinkRow label="Change my password" />
        </Form>
      </Card>
    </Page>
  )
}

function LinkRow({ label }: { label: string }) {
  return (
    <ButtonRow>
      <Button>{label}</Button>
      <a href={accountLink}>Cancel</a>
    </ButtonRow>
  )
}
