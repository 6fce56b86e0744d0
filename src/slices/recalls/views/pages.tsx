/** The receipt of a case: what was called back from whom; and the list and the form of the agency that held it. */
import type { Refused } from '../../../ui/index.ts'
import {
  Button,
  ButtonRow,
  Card,
  EmptyState,
  Form,
  Grid,
  LinkButton,
  Page,
  PageHead,
  Prose,
  Rows,
  Tag,
  TextArea,
  unbroken,
  When,
} from '../../../ui/index.ts'
import { confirmationLink, recallsLink } from '../links.ts'
import { type Recall, wantsAnswer } from '../queries.ts'
import { byItself, takenWords, whatEnded } from './words.ts'

/** The page `/cases/:id/recalls`, for the agency whose case it is. */
export function CaseRecallsPage({ caseId, reference, recalls }: { caseId: string; reference: string; recalls: Recall[] }) {
  return (
    <Page title={`What was called back: ${reference}`} here="/cases">
      <PageHead title="What was called back" reference={reference} back={{ href: `/cases/${caseId}/sharing`, label: 'Sharing' }} />
      <Explained />
      <Card flush title="From whom">
        <Rows
          label="What was called back"
          rule={['recalls', 'recall_copies']}
          rows={recalls.map(one => ({
            ...row(one, `${one.agencyName}: ${whatEnded(one).toLowerCase()}`),
            end: <Answer recall={one} done="They acted" waits="No answer yet" />,
          }))}
          empty={
            <EmptyState icon="share" title="Nothing was called back">
              When a share ends, somebody leaves the case or an entry is put right, each agency that had received it is listed here.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}

/** The page `/recalls`, for the agency that held it. */
export function RecallsPage({ recalls }: { recalls: Recall[] }) {
  return (
    <Page title="Called back from us" here="/">
      <PageHead title="Called back from us" back={{ href: '/', label: 'Today' }} />
      <Explained />
      <Card flush title="What ended">
        <Rows
          label="Called back from us"
          rule={['recalls', 'recall_copies']}
          rows={recalls.map(one => ({
            ...row(one, `${whatEnded(one)}: ${one.reference}, ${one.ownerName}`),
            end: wantsAnswer(one) ? (
              <LinkButton href={confirmationLink(one.id)} small>
                Say what you did
              </LinkButton>
            ) : (
              <Answer recall={one} done="You acted" />
            ),
            attention: wantsAnswer(one),
          }))}
          empty={
            <EmptyState icon="check" title="Nothing was called back">
              When something that another agency shared with yours ends, it is listed here.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  )
}

/** The page where an agency says that it acted. */
export function ConfirmationPage({ recall, refused }: { recall: Recall; refused?: Refused | undefined }) {
  return (
    <Page title={`${whatEnded(recall)}: ${recall.reference}`} here="/">
      <PageHead title={`${whatEnded(recall)}: ${recall.reference}`} back={{ href: recallsLink, label: 'Called back from us' }} />
      <Grid>
        <Card title={`What your agency had of ${recall.ownerName}`}>
          <Prose>
            <About recall={recall} />
          </Prose>
        </Card>
        <Card title="Say what you did">
          <Form action={confirmationLink(recall.id)} refused={refused}>
            <TextArea
              name="words"
              label="What was destroyed or returned?"
              hint="The agency whose case it is reads this."
              rows={3}
              limit={1000}
            />
            <ButtonRow>
              <Button>We have acted</Button>
              <a href={recallsLink}>Cancel</a>
            </ButtonRow>
          </Form>
        </Card>
      </Grid>
    </Page>
  )
}

function Explained() {
  return (
    <Prose>
      <p>
        Every page of Kith shuts, or shows what is right, at that minute. Kith cannot call back what is on paper, in a saved file, or still
        open in a browser.
      </p>
    </Prose>
  )
}

const row = (one: Recall, title: string) => ({ id: `recall-${one.id}`, title, about: <About recall={one} /> })

function Answer({ recall, done, waits }: { recall: Recall; done: string; waits?: string }) {
  if (recall.confirmedAt) return <Tag kind="green">{done}</Tag>
  return wantsAnswer(recall) ? <Tag kind="warm">{waits}</Tag> : <Tag kind="quiet">Told</Tag>
}

function About({ recall }: { recall: Recall }) {
  const said = byItself(recall)
  return (
    <>
      <div>
        <When at={recall.endedAt} />
        {said ? unbroken(` · ${said}`) : null}
      </div>
      {recall.copies.map(copy => (
        <div>
          {takenWords(copy)}, <When at={copy.takenAt} />
        </div>
      ))}
      {recall.confirmedAt ? (
        <div>
          {recall.confirmedByName}, <When at={recall.confirmedAt} />: {recall.confirmedWords}
        </div>
      ) : null}
    </>
  )
}
