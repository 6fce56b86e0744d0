/** Pages of what goes on paper: a letter that was kept as plain words, and the choice of what is in a case pack. */
import { Button, ButtonRow, Card, Checkboxes, Form, Page, PageHead, Prose, type Refused, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { packParts } from '../inputs.ts'
import { documentLink, documentsLink, packFileLink } from '../links.ts'

/** The page `/documents/:id/letter`: a letter of plain words, laid out for printing. */
export function PrintLetterPage({ id, head, title, text }: { id: string; head: CaseHead; title: string; text: string }) {
  return (
    <Page title={title} marking={head.marking === 'OFFICIAL-SENSITIVE' ? 'OFFICIAL-SENSITIVE' : 'OFFICIAL'}>
      <PageHead title={title} back={{ href: documentLink(id), label: 'Back to the document' }} />
      <article class="kith-letter" dir="auto">
        {text}
      </article>
    </Page>
  )
}

/** The page `/cases/:id/pack`: what the pack is to hold. */
export function ChoosePackPage({ head, refused }: { head: CaseHead; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Case pack" narrow>
        <Prose>
          <p>
            One PDF of what you may see in this case. It leaves Kith: that you made it is logged, and stands in the timeline. What is
            restricted to named readers is not in it.
          </p>
        </Prose>
        {/* A file is saved and not visited: fetched as a page it would be made twice. */}
        <div data-turbo="false">
          <Form action={packFileLink(head.id)} method="get" refused={refused} values={{ part: ['people', 'plan', 'chronology'] }}>
            <Checkboxes name="part" label="What should be in it?" choices={[...packParts]} />
            <Checkboxes
              name="safe"
              label="Safe addresses and numbers"
              choices={[
                {
                  value: 'yes',
                  label: 'Put them in, for one recipient',
                  hint: 'They are left out otherwise.',
                  reveal: <TextField name="recipient" label="Who is the pack for?" hint="It is logged with the pack." autocomplete="off" />,
                },
              ]}
            />
            <ButtonRow>
              <Button>Make the pack</Button>
              <a href={documentsLink(head.id)}>Cancel</a>
            </ButtonRow>
          </Form>
        </div>
      </Card>
    </CasePage>
  )
}
