/** The page before a share is made: on top what it opens, and below, for looking only, what they will see. */
import { raw } from 'hono/html'
import { Button, ButtonRow, EmptyState, Form, Icon, LinkButton, Page } from '../../../ui/index.ts'
import { previewLink, sharingLink, shareWithLink } from '../links.ts'
import { consentWords, promiseWords, scopeWords, whoWords } from '../words.ts'
import type { proposedShare } from './lens.ts'

type Props = Awaited<ReturnType<typeof proposedShare>> & { found: string | undefined }

export function PreviewPage({ input, checked, missing, found }: Props) {
  const { head, recipient } = checked
  const name = whoWords({ ...recipient, agencyName: recipient.about })
  return (
    <Page title={`What ${name} will see`} here="/cases" live={`/live?case=${head.id}`}>
      <section class="kith-preview__band" aria-labelledby="preview-title">
        <Icon name="eye" />
        <div class="kith-preview__words">
          <h2 class="kith-preview__title" id="preview-title">
            What {name} will see if you share this
          </h2>
          <p>
            {promiseWords(name, input, checked)} {scopeWords(head, checked)} {consentWords(checked.basis)}
          </p>
          <p class="kith-preview__note">
            This is the page itself, opened with this share and nothing else. You can look round, and nothing here can be changed.
          </p>
        </div>
        <Answer caseId={head.id} recipient={recipient} missing={missing} />
      </section>
      <div class="kith-preview">
        {found ? (
          raw(found)
        ) : (
          <EmptyState
            icon="eye"
            title="They will not find this"
            action={<LinkButton href={previewLink(head.id)}>See the case as they will</LinkButton>}
          >
            {`${name} will not even learn that there is something here.`}
          </EmptyState>
        )}
      </div>
    </Page>
  )
}

type AnswerProps = { caseId: string; recipient: Props['checked']['recipient']; missing: boolean }

function Answer({ caseId, recipient, missing }: AnswerProps) {
  const change = shareWithLink(caseId, recipient.id)
  return missing ? (
    <ButtonRow>
      <LinkButton kind="primary" href={change}>
        Go back and fill in the rest
      </LinkButton>
    </ButtonRow>
  ) : (
    <Form action={sharingLink(caseId)}>
      <ButtonRow>
        <Button icon="share">{`Share with ${recipient.name}`}</Button>
        <a href={change}>Change it first</a>
      </ButtonRow>
    </Form>
  )
}
