/** Correcting an entry: the old one beside the new, and the reason. */
import type { Invalid } from '../../../platform/errors.ts'
import { Button, ButtonRow, Card, dayAndTime, Form, Notice, Prose, TextArea, TextField } from '../../../ui/index.ts'
import { type CaseHead, caseLink, CasePage } from '../../cases/index.ts'
import { correctionLink } from '../links.ts'
import type { findEntry } from '../queries.ts'

type Found = Awaited<ReturnType<typeof findEntry>>
type CorrectionProps = { head: CaseHead; entry: Found; invalid?: Invalid | undefined; typed?: string | undefined }

/** The page that corrects an entry. When a colleague was faster, theirs is shown and what was typed is kept, to correct theirs in turn. */
export function CorrectionPage({ head, entry, invalid, typed }: CorrectionProps) {
  const overtaken = entry.newerId !== null
  const target = entry.newerId ?? entry.id
  return (
    <CasePage head={head} here="timeline">
      {overtaken ? (
        <Notice kind="attention" title={`${entry.newerBy} has corrected this entry already`}>
          Theirs stands now. Yours is kept below: change it if theirs is not right, or leave it.
        </Notice>
      ) : null}
      <Card title={overtaken ? `What ${entry.newerBy} wrote` : 'What it says now'} narrow>
        <Prose>
          <p class="kith-written">{entry.newerBody ?? entry.body}</p>
        </Prose>
        <p class="kith-provenance">
          <span>{entry.newerBy ?? entry.authorName}</span>
          <span>{dayAndTime(entry.newerAt ?? entry.recordedAt)}</span>
        </p>
      </Card>
      <Card title="Correct it">
        <Form
          action={correctionLink(head.id, target)}
          draft={`correction:${target}`}
          refused={invalid}
          values={{ body: typed ?? entry.newerBody ?? entry.body }}
        >
          <TextArea name="body" label="What should it say?" rows={8} limit={20_000} />
          <TextField name="correctionReason" label="What was wrong?" hint="Such as: wrong date, wrong person, spelling of the name." />
          <ButtonRow>
            <Button>Save the correction</Button>
            <a href={caseLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
        <p class="kith-none">The first version stays on record, with who changed it and why.</p>
      </Card>
    </CasePage>
  )
}
