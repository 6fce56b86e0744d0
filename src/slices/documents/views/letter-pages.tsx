/** Pages of a letter: written, from a template or from nothing; looked at before it is kept. */
import type { Block } from '../../../platform/pdf.ts'
import type { LetterTemplate } from '../../../programmes/define.ts'
import { Button, ButtonRow, Card, Checkboxes, Form, Prose, type Refused, Stack, TextArea, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage, MarkFields, type SafeContact } from '../../cases/index.ts'
import type { NewLetter } from '../inputs.ts'
import { documentsLink, letterLink } from '../links.ts'

interface LetterProps {
  head: CaseHead
  templates: LetterTemplate[]
  values?: Partial<NewLetter>
  refused?: Refused | undefined
  /** Safe addresses and numbers in a letter that came back. */
  held: SafeContact[]
}

/** The page `/cases/:id/letters/new`. */
export function LetterPage({ head, templates, values, refused, held }: LetterProps) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Write a letter">
        {templates.length > 0 ? (
          <Prose>
            <p>
              Begin from:{' '}
              {templates.map((template, index) => (
                <>
                  {index > 0 ? ' ·\u00a0' : ''}
                  <a href={letterLink(head.id, template.key)}>{template.name}</a>
                </>
              ))}
            </p>
          </Prose>
        ) : null}
        {/* Each template has a draft of its own, so that one does not write over another. */}
        <Form
          action={letterLink(head.id)}
          draft={`letter:${head.id}:${values?.title ?? ''}`}
          refused={refused}
          values={{ greeting: 'Dear ', ...values }}
        >
          <TextArea name="to" label="To" hint="Name and address, as they will stand on the letter." rows={4} />
          <TextField name="title" label="About" />
          <MarkFields head={head} />
          <TextField name="greeting" label="Greeting" />
          <TextArea name="body" label="Letter" rows={12} limit={10_000} />
          {held.length > 0 ? <SafeChoice held={held} /> : null}
          <ButtonRow>
            <Button name="act" value="preview">
              Look at it
            </Button>
            <a href={documentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
        <Prose>
          <p>
            Your agency, your name, today’s date and the case reference are added by themselves. Those who may see it here are those whom
            you choose above.
          </p>
        </Prose>
      </Card>
    </CasePage>
  )
}

/** Chosen for this letter alone: the next one asks again. */
function SafeChoice({ held }: { held: SafeContact[] }) {
  return (
    <Checkboxes
      name="safe"
      label="The letter holds what must stay safe. Send it to this one recipient?"
      hint="Take it out unless you are sure who opens the letter."
      choices={held.map(one => ({ value: one.id, label: `${one.personName}: ${[one.value, one.postcode].filter(Boolean).join(', ')}` }))}
    />
  )
}

type LookAtProps = { head: CaseHead; input: NewLetter; held: SafeContact[]; blocks: Block[] }

/** The letter as it will stand on paper, before it is kept. */
export function LookAtLetterPage({ head, input, held, blocks }: LookAtProps) {
  return (
    <CasePage head={head} here="documents">
      <Stack>
        <Card title="Look at the letter" attention>
          <Form action={letterLink(head.id)}>
            {(['to', 'title', 'greeting', 'body', 'side', 'category'] as const).map(name => (
              <input type="hidden" name={name} value={input[name]} />
            ))}
            {input.safe.map(chosen => (
              <input type="hidden" name="safe" value={chosen} />
            ))}
            <ButtonRow>
              <Button name="act" value="keep">
                Keep as PDF
              </Button>
              <Button name="act" value="change" kind="secondary">
                Change it
              </Button>
              <a href={documentsLink(head.id)}>Cancel</a>
            </ButtonRow>
          </Form>
          <Prose>
            {held.map(one => (
              <p>
                <strong>It holds a safe address or number of {one.personName}, chosen for this recipient.</strong> Only those who may see
                such addresses will be able to read it here.
              </p>
            ))}
            <p>Once kept it cannot be changed. A newer letter is a document of its own.</p>
          </Prose>
        </Card>
        <article class="kith-letter" dir="auto">
          {blocks.map(block => (block.kind === 'heading' ? <h2>{block.text}</h2> : <p>{'text' in block ? block.text : ''}</p>))}
        </article>
      </Stack>
    </CasePage>
  )
}
