/** Pages that make a document: a scan of photographed pages, and a letter. */
import { Button, ButtonRow, Card, FileField, Form, Prose, type Refused, Select, TextArea, TextField } from '../../../ui/index.ts'
import { type CaseHead, CasePage } from '../../cases/index.ts'
import { documentKinds } from '../inputs.ts'
import { documentsLink, letterLink, scanLink } from '../links.ts'

/** The page `/cases/:id/scans/new`. */
export function ScanPage({ head, refused }: { head: CaseHead; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Scan pages">
        <Form action={scanLink(head.id)} refused={refused} files values={{ kind: 'Scan' }}>
          <TextField name="title" label="Title" hint="Such as “Questionnaire, Unit 6”." />
          <Select name="kind" label="Kind" choices={documentKinds.map(kind => ({ value: kind, label: kind }))} />
          <FileField
            name="files"
            label="Photos of the pages"
            accept="image/jpeg,image/png,image/webp"
            multiple
            hint="One photo for each page, in order. They become one PDF, and their location is taken out."
          />
          <ButtonRow>
            <Button>Save as one document</Button>
            <a href={documentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
      </Card>
    </CasePage>
  )
}

/** The page `/cases/:id/letters/new`. */
export function LetterPage({ head, refused }: { head: CaseHead; refused?: Refused | undefined }) {
  return (
    <CasePage head={head} here="documents">
      <Card title="Write a letter">
        <Form action={letterLink(head.id)} draft={`letter:${head.id}`} refused={refused} values={{ greeting: 'Dear ' }}>
          <TextArea name="to" label="To" hint="Name and address, as they will stand on the letter." rows={4} />
          <TextField name="title" label="About" />
          <TextField name="greeting" label="Greeting" />
          <TextArea name="body" label="Letter" rows={12} limit={10_000} />
          <ButtonRow>
            <Button>Save letter</Button>
            <a href={documentsLink(head.id)}>Cancel</a>
          </ButtonRow>
        </Form>
        <Prose>
          <p>
            Your agency, your name, today’s date and the case reference are added by themselves. Every agency that may read this case can
            read the letter.
          </p>
        </Prose>
      </Card>
    </CasePage>
  )
}
