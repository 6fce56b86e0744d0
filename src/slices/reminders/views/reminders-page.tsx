/** The page `/account/reminders`: what I am reminded of by e-mail. */
import { Button, ButtonRow, Card, Checkboxes, Form, Page, PageHead, Prose, type Refused } from '../../../ui/index.ts'
import { accountLink, remindersLink } from '../../accounts/index.ts'
import { type ReminderKind, reminderKinds } from '../kinds.ts'

interface Props {
  chosen: readonly ReminderKind[]
  done?: boolean
  refused?: Refused | undefined
}

export function RemindersPage({ chosen, done, refused }: Props) {
  return (
    <Page title="Reminders" flash={done ? { text: 'Your choice is saved.' } : undefined}>
      <PageHead title="Reminders" back={{ href: accountLink, label: 'My account' }} />
      <Prose>
        <p>
          On working days at 8 in the morning, when something waits for you or your teams, you get one e-mail. It gives numbers only, such
          as “2 tasks due today”. It never names a person or a case.
        </p>
      </Prose>
      <Card>
        <Form action={remindersLink} refused={refused} values={{ kind: [...chosen] }}>
          <Checkboxes
            name="kind"
            label="Remind me of tasks that are"
            hint="Choose none to get no reminders."
            choices={[...reminderKinds]}
          />
          <ButtonRow>
            <Button>Save reminders</Button>
            <a href={accountLink}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </Page>
  )
}
