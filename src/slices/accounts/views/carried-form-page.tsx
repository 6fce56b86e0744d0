// What waits to be sent, as whom, and the question whether it is.
import type { Actor } from '../../../platform/actor.ts'
import { Button, ButtonRow, capital, Card, day, Notice, Page, PageHead, Stack, SummaryList, When } from '../../../ui/index.ts'
import type { CarriedForm } from '../carried-forms.ts'
import { carriedFormLink } from '../links.ts'

type Props = { kept: CarriedForm; next?: string | undefined; actor: Actor; now: Date }

const title = 'Send what was written here?'

export function CarriedFormPage({ kept, next, actor, now }: Props) {
  return (
    <Page title={title}>
      <PageHead title={title} />
      <Stack>
        <Notice kind="attention" title="Nothing has been sent yet">
          You were signed out before this form was sent. Somebody else may have been at this browser since: send it only if these are your
          words.
        </Notice>
        <Card title="What would be sent" narrow>
          <SummaryList
            facts={[
              { name: 'Sent as', value: `${actor.name}, ${actor.agencyName}` },
              { name: 'Written', value: <When at={kept.at} now={now} /> },
              ...(next && next !== '/' ? [{ name: 'Page', value: <a href={next}>The page it was written on</a> }] : []),
              ...kept.fields
                .filter(isWords)
                .map(([name, words]) => ({ name: nameOf(name), value: <Words words={isDay.test(words) ? day(words) : words} /> })),
            ]}
          />
        </Card>
        <form method="post" action={carriedFormLink(kept.id)} data-turbo="false">
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <ButtonRow>
            <Button name="choice" value="send">{`Send it as ${actor.name}`}</Button>
            <Button name="choice" value="drop" kind="secondary">
              Do not send it
            </Button>
          </ButtonRow>
        </form>
      </Stack>
    </Page>
  )
}

const isDay = /^\d{4}-\d\d-\d\d$/

const Words = ({ words }: { words: string }) => <span class="kith-written">{words}</span>

/** Keys, versions and what was left empty tell a reader nothing. */
const isWords = ([name, words]: [string, string]): boolean =>
  words.trim() !== '' && name !== 'version' && !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(words)

/** What has another name on its form. */
const named: Record<string, string> = { body: 'Words', summary: 'What is the worry', occurred: 'When', occurredTime: 'At' }

/** Fields are called by the words of the field: "dueAt" is "Due at". */
const nameOf = (field: string): string =>
  named[field] ??
  capital(
    field
      .replaceAll(/([A-Z])/g, ' $1')
      .replaceAll(/[_-]/g, ' ')
      .toLowerCase(),
  )
